/** The fields of an operation's input as its surfaces need them: kind, place on the command line, default, help. */
import { z } from 'zod'
import type { Operation } from './operation.ts'

export type FieldKind = 'string' | 'number' | 'boolean' | 'list' | 'pairs'

export interface Field {
  readonly name: string
  readonly kind: FieldKind
  readonly required: boolean
  /** Place among the arguments, from 0; null for an option. */
  readonly position: number | null
  /** Names something in the file system. */
  readonly path: boolean
  readonly placeholder: string
  readonly description: string
  readonly choices: readonly string[]
}

interface JsonSchema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly position?: number
  readonly path?: boolean
  readonly placeholder?: string
  readonly description?: string
  readonly default?: unknown
}

export function fieldsOf(operation: Pick<Operation, 'input'>): readonly Field[] {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as {
    readonly properties?: Readonly<Record<string, JsonSchema>>
    readonly required?: readonly string[]
  }
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    kind: kindOf(property),
    required: schema.required?.includes(name) ?? false,
    position: property.position ?? null,
    path: property.path ?? false,
    placeholder: property.placeholder ?? name.toUpperCase(),
    description: property.description ?? '',
    choices: (property.enum ?? []).map(String),
  }))
}

function kindOf({ type }: JsonSchema): FieldKind {
  if (type === 'boolean') return 'boolean'
  if (type === 'array') return 'list'
  if (type === 'object') return 'pairs'
  return type === 'number' || type === 'integer' ? 'number' : 'string'
}

/** `claimKind` on the command line is `--claim-kind`. */
export function optionName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
