/** Holds spec/proposals.md: its vectors are judged as they say, and its records satisfy the schemas or fail as they say. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Ajv from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { createReader, type Party, parseProposals, type SourceDocument } from '../packages/claims/src/index.ts'
import { jsonSchemas } from '../packages/workbench/src/publish/json-schemas.ts'

const vectors = resolve(import.meta.dirname, '../spec/vectors/proposals')
const load = <T>(name: string) => JSON.parse(readFileSync(join(vectors, name), 'utf8')) as readonly T[]

interface Judged {
  readonly why: string
  readonly text: string
  readonly parties: readonly Party[]
  readonly published: string | null
  readonly language: string | null
  readonly content: string
  readonly verdicts: readonly { readonly verdict: string; readonly reason: string }[]
  readonly fault?: string
}

describe('a proposal is judged by the document', () => {
  test.each(load<Judged>('judged.json').map((vector) => [vector.why, vector] as const))('%s', (_, vector) => {
    const { text, parties, published, language, content, verdicts, fault } = vector
    const reader = createReader({ parties, places: [] })
    const blocks = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: block }) => ({
      kind: 'body' as const,
      start: index,
      end: index + block.length,
    }))
    const document: SourceDocument = {
      id: 'd',
      text,
      blocks,
      language,
      published,
      title: null,
      outlet: null,
      agency: null,
    }
    const parsed = parseProposals(content)
    if (fault === undefined) expect(parsed.fault).toBeNull()
    else expect(parsed.fault).toContain(fault)
    const { judged } = reader.judge(document, reader.read(document), {
      entries: parsed.entries,
      shown: [{ start: 0, end: text.length }],
      proposer: { model: 'm', host: 'h', record: 'r' },
    })
    expect(judged.map(({ verdict }) => verdict)).toEqual(verdicts.map(({ verdict }) => verdict))
    for (const [at, { reason }] of verdicts.entries()) expect(judged[at]?.reason).toContain(reason)
  })
})

describe('records', () => {
  const ajv = new Ajv.default({ strict: false, allErrors: true })
  const validators = new Map(
    (['disclosure', 'proposal'] as const).map((kind) => [kind, ajv.compile(jsonSchemas()[kind] as object)]),
  )
  interface KeptRecord {
    readonly why: string
    readonly fault: string | null
    readonly record: { readonly kind: 'disclosure' | 'proposal' }
  }
  test.each(load<KeptRecord>('records.json').map((vector) => [vector.why, vector] as const))('%s', (_, vector) => {
    const validate = validators.get(vector.record.kind)
    expect(validate?.(vector.record)).toBe(vector.fault === null)
    if (vector.fault !== null)
      expect(validate?.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`).join('\n')).toContain(
        vector.fault,
      )
  })
})
