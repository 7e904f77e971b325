/** In place of `node:fs`: a page reads only what a person gives it, and writes nothing. */

export const constants = { O_RDONLY: 0, O_WRONLY: 1, O_CREAT: 64, O_EXCL: 128 }

function refuse(): never {
  throw new Error('a page has no file system: give it a folder')
}

export const link = refuse
export const lstat = refuse
export const mkdir = refuse
export const open = refuse
export const readdir = refuse
export const readFile = refuse
export const rename = refuse
export const rm = refuse
