/** From the words of a command line to an operation's input. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Field, fieldsOf, optionName } from '../operations/fields.ts'
import type { Operation } from '../operations/operation.ts'

/** The command line was not understood; the message says what to write instead. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** By what a person opens the vault of a case for one command. */
export interface VaultWords {
  readonly unlock: boolean
  readonly passphraseFile: string | null
  readonly identityFile: string | null
  readonly newPassphraseFile: string | null
}

export interface Arguments {
  readonly input: Record<string, unknown>
  readonly vault: VaultWords
  readonly json: boolean
  readonly help: boolean
  readonly quiet: boolean
}

/** Options that every command takes. */
export const COMMON_OPTIONS = [
  { name: 'json', description: 'Print JSON for machines' },
  { name: 'quiet', description: 'Show no progress' },
  { name: 'help', description: 'Show this help' },
] as const

/** Options that every command with a case takes. */
export const VAULT_OPTIONS = [
  { name: 'unlock', placeholder: null, description: 'Open the vault for this command; asks for its passphrase' },
  { name: 'passphrase-file', placeholder: 'FILE', description: 'Open the vault with the passphrase in this file' },
  { name: 'identity-file', placeholder: 'FILE', description: 'Open the vault with the age identities in this file' },
  {
    name: 'new-passphrase-file',
    placeholder: 'FILE',
    description: 'Take the passphrase of a new or rekeyed vault from it',
  },
] as const

/** The options of the vault that an operation takes. */
export function vaultOptionsOf(operation: Pick<Operation, 'name' | 'input'>) {
  if (!('case' in operation.input.shape)) return []
  return VAULT_OPTIONS.filter(({ name }) => name !== 'new-passphrase-file' || ['add', 'rekey'].includes(operation.name))
}

/** `environment` names a passphrase file where the words name none: CORROBORATE_PASSPHRASE_FILE. */
export function parseArguments(
  operation: Operation,
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): Arguments {
  const fields = fieldsOf(operation)
  const options: Record<string, { type: 'boolean' | 'string'; multiple?: boolean; short?: string }> = {
    json: { type: 'boolean' },
    quiet: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  }
  for (const { name, placeholder } of vaultOptionsOf(operation))
    options[name] = { type: placeholder === null ? 'boolean' : 'string' }
  for (const field of fields) {
    if (field.position !== null) continue
    const many = field.kind === 'list' || field.kind === 'pairs'
    options[optionName(field.name)] = { type: field.kind === 'boolean' ? 'boolean' : 'string', multiple: many }
    if (optionName(field.name) !== field.name) {
      options[field.name] = { type: field.kind === 'boolean' ? 'boolean' : 'string', multiple: many }
    }
  }
  let parsed: { values: Record<string, unknown>; positionals: string[] }
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? firstSentence(error.message) : String(error))
  }
  const { values, positionals } = parsed
  const common = { json: values.json === true, help: values.help === true, quiet: values.quiet === true }
  const text = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : null)
  const vault: VaultWords = {
    unlock: values.unlock === true,
    passphraseFile: text('passphrase-file') ?? environment.CORROBORATE_PASSPHRASE_FILE ?? null,
    identityFile: text('identity-file'),
    newPassphraseFile: text('new-passphrase-file'),
  }
  if (common.help) return { input: {}, vault, ...common }
  const input = { ...optionValues(fields, values), ...positionalValues(fields, positionals) }
  const checked = operation.input.safeParse(input)
  if (!checked.success) throw new UsageError(complaint(fields, input, checked.error))
  return { input, vault, ...common }
}

function firstSentence(text: string): string {
  return text.split('. ', 1)[0] ?? text
}

function optionValues(fields: readonly Field[], values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const field of fields) {
    const value = values[optionName(field.name)] ?? values[field.name]
    if (value === undefined) continue
    if (field.kind === 'number') input[field.name] = Number(value)
    else if (field.kind === 'pairs') input[field.name] = Object.fromEntries((value as string[]).map(pairOf))
    else input[field.name] = value
  }
  return input
}

/** `field=value`; a number, true, false or null is taken as such, anything else as text. */
function pairOf(text: string): [string, unknown] {
  const at = text.indexOf('=')
  if (at < 1) throw new UsageError(`--set takes FIELD=VALUE, not ${JSON.stringify(text)}`)
  const value = text.slice(at + 1)
  const plain = /^(-?(0|[1-9]\d*)(\.\d+)?|true|false|null)$/.test(value)
  return [text.slice(0, at), plain ? JSON.parse(value) : value]
}

function positionalValues(fields: readonly Field[], words: readonly string[]): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  const rest = [...words]
  const places = fields
    .filter(({ position }) => position !== null)
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
  for (const field of places) {
    if (rest.length === 0) break
    input[field.name] = field.kind === 'list' ? rest.splice(0) : rest.shift()
  }
  if (rest.length > 0) throw new UsageError(`too many arguments: ${rest.map((word) => JSON.stringify(word)).join(' ')}`)
  return input
}

function complaint(fields: readonly Field[], input: Readonly<Record<string, unknown>>, error: z.ZodError): string {
  const issue = error.issues[0]
  const field = fields.find(({ name }) => name === issue?.path[0])
  if (field === undefined) return z.prettifyError(error)
  const label = field.position === null ? `--${optionName(field.name)}` : field.placeholder
  const choices = field.choices.length > 0 ? `; one of ${field.choices.join(', ')}` : ''
  if (issue === undefined || input[field.name] === undefined)
    return `${label} is missing: ${field.description}${choices}`
  return `${label}: ${inWords(issue)}${choices}`
}

/** What the words of a validator mean to whoever typed them. */
function inWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin !== 'string') return `give at least ${issue.minimum}`
      return issue.minimum === 1 ? 'give some words' : `give at least ${issue.minimum} characters`
    case 'too_big':
      return `give at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? 'give a whole number' : issue.message
    case 'invalid_value':
      return 'there is no such choice'
    default:
      return issue.message
  }
}
