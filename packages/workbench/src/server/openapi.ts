/** The OpenAPI document of the server, made from the operations it offers. */
import { z } from 'zod'
import type { Operation } from '../operations/operation.ts'

export function openApi(operations: readonly Operation[], version: string): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: { title: 'Corroborate', version, description: 'A case on this machine. Loopback only, same origin only.' },
    paths: Object.fromEntries(operations.map((operation) => [`/api/${operation.name}`, pathOf(operation)])),
  }
}

/** Verbs that only read are GET with a query; all others are POST with a JSON body. */
export function methodOf(operation: Operation): 'get' | 'post' {
  return operation.permission === 'read' ? 'get' : 'post'
}

function pathOf(operation: Operation): Record<string, unknown> {
  const input = z.toJSONSchema(operation.input.omit({ case: true }), { io: 'input', unrepresentable: 'any' }) as {
    readonly properties?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    readonly required?: readonly string[]
  }
  const answers = {
    200: { description: 'The answer', content: json(z.toJSONSchema(operation.output, { unrepresentable: 'any' })) },
    400: { description: 'The request cannot be carried out as asked', content: json(ERROR) },
    403: { description: 'The request comes from another origin', content: json(ERROR) },
  }
  const about = {
    operationId: operation.name,
    summary: operation.summary,
    description: operation.description,
    responses: answers,
  }
  if (methodOf(operation) === 'post')
    return { post: { ...about, requestBody: { required: true, content: json(input) } } }
  const parameters = Object.entries(input.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: input.required?.includes(name) ?? false,
    description: schema.description ?? '',
    schema,
  }))
  return { get: { ...about, parameters } }
}

const ERROR = { type: 'object', properties: { error: { type: 'string' } }, required: ['error'] }

function json(schema: unknown): Record<string, unknown> {
  return { 'application/json': { schema } }
}
