/** A list that cannot be read, or lists that cannot be linked together; the message says what to do. */
export class ListError extends Error {
  constructor(list: string, why: string) {
    super(`${list}: ${why}`)
    this.name = 'ListError'
  }
}
