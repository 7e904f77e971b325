/** Help for the command line, made from the operations. */
import { type Field, fieldsOf, optionName } from '../operations/fields.ts'
import type { Operation } from '../operations/operation.ts'
import { COMMON_OPTIONS, vaultOptionsOf } from './arguments.ts'

export function usageOf(operation: Operation): string {
  const fields = fieldsOf(operation)
  const positional = fields
    .filter(({ position }) => position !== null)
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
  const words = positional.map((field) => {
    const word = field.kind === 'list' ? `${field.placeholder}...` : field.placeholder
    return field.required ? word : `[${word}]`
  })
  const needed = fields.filter(({ position, required }) => position === null && required).map(optionText)
  return ['corroborate', operation.name, ...words, ...needed, '[options]'].join(' ')
}

function optionText(field: Field): string {
  return field.kind === 'boolean' ? `--${optionName(field.name)}` : `--${optionName(field.name)} ${field.placeholder}`
}

export function helpFor(operation: Operation): string {
  const fields = fieldsOf(operation)
  const rows: [string, string][] = [
    ...fields
      .filter(({ position }) => position !== null)
      .map((field): [string, string] => [field.placeholder, field.description]),
    ...fields
      .filter(({ position }) => position === null)
      .map((field): [string, string] => [
        optionText(field),
        `${field.description}${field.choices.length > 0 ? ` (${field.choices.join(', ')})` : ''}${field.required ? ' (needed)' : ''}`,
      ]),
    ...vaultOptionsOf(operation).map(({ name, placeholder, description }): [string, string] => [
      placeholder === null ? `--${name}` : `--${name} ${placeholder}`,
      description,
    ]),
    ...COMMON_OPTIONS.map(({ name, description }): [string, string] => [`--${name}`, description]),
  ]
  return [
    `${operation.summary}.`,
    '',
    `usage: ${usageOf(operation)}`,
    '',
    operation.description,
    '',
    columns(rows),
    '',
    'examples:',
    ...operation.examples.map((example) => `  corroborate ${example}`),
  ].join('\n')
}

export function generalHelp(operations: readonly Operation[]): string {
  return [
    'Corroborate: who says how many, on whose word, in which exact words.',
    '',
    'usage: corroborate COMMAND ...      corroborate COMMAND --help',
    '',
    columns(operations.map(({ name, summary }): [string, string] => [name, summary])),
    '',
    'first steps:',
    '  corroborate new my-case',
    '  corroborate add my-case path/to/reports',
    '  corroborate serve my-case',
    '',
    'exit codes: 0 done · 1 a check failed · 2 wrong usage or refused · 3 some inputs could not be read · 130 interrupted',
  ].join('\n')
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}
