import { describe, expect, test } from 'vitest'
import { BY_NAME } from '../operations/by-name.ts'
import { OPERATIONS } from '../operations/index.ts'
import { parseArguments, UsageError } from './arguments.ts'
import { completionFor } from './completion.ts'
import { generalHelp, helpFor } from './help.ts'

const operation = (name: string) => {
  const found = OPERATIONS.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no operation ${name}`)
  return found
}

describe('arguments', () => {
  test('places, options and lists become an input', () => {
    const { input, json } = parseArguments(operation('add'), ['my-case', 'one', 'two', '--manifest', 'm.csv', '--json'])
    expect(input).toEqual({ case: 'my-case', paths: ['one', 'two'], manifest: 'm.csv' })
    expect(json).toBe(true)
  })

  test('pairs keep text as text and numbers as numbers', () => {
    const words = [
      'c',
      'correct',
      'abcd',
      '--by',
      'N',
      '--reason',
      'R',
      '--set',
      'value=12',
      '--set',
      'claimant=A = B',
      '--set',
      'via=null',
    ]
    expect(parseArguments(operation('decide'), words).input).toMatchObject({
      set: { value: 12, claimant: 'A = B', via: null },
    })
  })

  test('an option may be written as the field is named', () => {
    const words = ['c', 'add', '--by', 'N', '--reason', 'R', '--claimKind', 'denial']
    expect(parseArguments(operation('decide'), words).input).toMatchObject({ claimKind: 'denial' })
    expect(parseArguments(operation('decide'), words.with(-2, '--claim-kind')).input).toMatchObject({
      claimKind: 'denial',
    })
  })

  test.each([
    ['add', [], /CASE is missing/],
    ['add', ['c'], /PATH is missing/],
    ['new', ['c', 'd'], /too many arguments: "d"/],
    ['new', ['c', '--colour', 'red'], /colour/],
    ['ledger', ['c', '--as-of', 'yesterday'], /--as-of: a date as YYYY/],
    ['document', ['c', 'ab'], /^ID: give at least 4 characters$/],
    ['new', ['c', '--title', ''], /^--title: give some words$/],
    ['new', ['c', '--period', 'garbage'], /^--period: a period as 2025/],
    [
      'transcribe',
      ['c', 'x', '--text', 'f', '--by', 'N', '--reason', 'R', '--page', 'two'],
      /^--page: give a whole number$/,
    ],
    ['decide', ['c', 'burn', '--by', 'N', '--reason', 'R'], /accept, reject, correct/],
    ['decide', ['c', 'accept', 'x', '--by', 'N'], /--reason is missing/],
    ['decide', ['c', 'accept', 'x', '--by', ' ', '--reason', 'R'], /--by/],
    ['decide', ['c', 'correct', 'x', '--by', 'N', '--reason', 'R', '--set', 'value'], /FIELD=VALUE/],
  ])('%s %j is refused with a sentence', (name, words, complaint) => {
    expect(() => parseArguments(operation(name), words)).toThrow(UsageError)
    expect(() => parseArguments(operation(name), words)).toThrow(complaint)
  })

  test('every operation is found under its own name, once', () => {
    expect(OPERATIONS.map(({ name }) => name)).toEqual(Object.keys(BY_NAME))
  })

  test('help and completion name every command and option', () => {
    const help = generalHelp(OPERATIONS)
    for (const one of OPERATIONS) {
      expect(help).toContain(one.name)
      expect(helpFor(one)).toContain('examples:')
      for (const shell of ['bash', 'zsh', 'fish']) expect(completionFor(shell, OPERATIONS)).toContain(one.name)
    }
    expect(helpFor(operation('decide'))).toContain('--claim-kind KIND')
    expect(() => completionFor('cmd', OPERATIONS)).toThrow(/bash, zsh, fish/)
  })
})
