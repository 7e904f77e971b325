/** Holds the specifications of records, decisions, dating and the case folder: their examples, and every vector. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { leafCommitsTo, parseCosigner, parseLeaf, parseTimestampRequest } from '../packages/evidence/src/index.ts'
import { CaseFileSchema } from '../packages/workbench/src/model/case-file.ts'
import { InvalidIdError } from '../packages/workbench/src/model/ids.ts'
import { leafOf } from '../packages/workbench/src/preserve/custody.ts'
import { cosignedAt, judgeAnswer } from '../packages/workbench/src/preserve/dating.ts'
import { EnvelopeSchema, RecordSchema, recordName } from '../packages/workbench/src/preserve/records.ts'

const spec = join(resolve(import.meta.dirname, '..'), 'spec')
const vectors = join(spec, 'vectors/record')
const names = (folder: string) => readdirSync(join(vectors, folder)).sort()
const text = (folder: string, name: string) => readFileSync(join(vectors, folder, name), 'utf8')
const valid = (name: string) => EnvelopeSchema.parse(JSON.parse(text('valid', `${name}.json`)))

/** Why a value is no record's file; empty where it is one. */
function faults(value: unknown): string {
  const parsed = EnvelopeSchema.safeParse(value)
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n')
  try {
    recordName(parsed.data.record)
    return ''
  } catch (error) {
    if (error instanceof InvalidIdError) return error.message
    throw error
  }
}

describe('records', () => {
  test.each(names('valid'))('%s is valid, named after what it is, and its leaf commits to it', (name) => {
    const value = JSON.parse(text('valid', name))
    expect(faults(value)).toBe('')
    expect(text('valid', name)).toBe(`${JSON.stringify(value, null, 1)}\n`)
    const { salt, record } = EnvelopeSchema.parse(value)
    expect(name.startsWith(record.kind)).toBe(true)
    const leaf = parseLeaf(leafOf({ salt, record }))
    expect(leafCommitsTo(leaf, salt, record)).toBe(true)
    expect(leafCommitsTo(leaf, salt, { ...record, at: '2000-01-01T00:00:00.000Z' })).toBe(false)
    expect(leaf).toMatchObject({ kind: record.kind, record: recordName(record) })
  })

  test.each(names('invalid'))('%s is invalid, for the reason it gives', (name) => {
    const { why, fault, envelope } = JSON.parse(text('invalid', name))
    expect(why).toMatch(/\.$/)
    expect(faults(envelope)).toContain(fault)
  })

  test('every kind that has a page here has a vector of each sort', () => {
    const documented = new Set(['record.md', 'decision.md', 'dating.md'].flatMap(kindsIn))
    const known = RecordSchema.options.map(({ shape }) => shape.kind.value)
    for (const kind of documented) {
      expect(known).toContain(kind)
      expect(
        names('valid').some((name) => name.startsWith(kind)),
        kind,
      ).toBe(true)
      expect(
        names('invalid').some((name) => name.startsWith(kind)),
        kind,
      ).toBe(true)
    }
    expect(documented.size).toBeGreaterThanOrEqual(11)
  })
})

/** Kinds in a page's examples. */
function kindsIn(page: string): string[] {
  return jsonBlocks(page).flatMap((block) => (typeof block?.record?.kind === 'string' ? [block.record.kind] : []))
}

function jsonBlocks(page: string) {
  const blocks = readFileSync(join(spec, page), 'utf8').matchAll(/```json\n([\s\S]*?)```/g)
  return [...blocks].map(([, block = '']) => JSON.parse(block))
}

test.each(['record.md', 'decision.md', 'dating.md'])(
  '%s opens with a complete example, and all of its examples are vectors',
  (page) => {
    const all = names('valid').map((name) => text('valid', name))
    expect(readFileSync(join(spec, page), 'utf8').indexOf('```json')).toBeLessThan(900)
    const blocks = [...readFileSync(join(spec, page), 'utf8').matchAll(/```json\n([\s\S]*?)```/g)]
    expect(blocks.length).toBeGreaterThan(2)
    for (const [, block] of blocks) expect(all).toContain(block)
  },
)

test('the case folder shows a case.json that is one, and names folders that records have', () => {
  const [file] = jsonBlocks('case-folder.md')
  expect(CaseFileSchema.safeParse(file).success).toBe(true)
  expect(CaseFileSchema.safeParse({ ...file, format: 'case/1' }).success).toBe(false)
  const kinds = RecordSchema.options.map(({ shape }) => shape.kind.value)
  const shown = [...readFileSync(join(spec, 'case-folder.md'), 'utf8').matchAll(/^ {4}([a-z-]+)s\/[0-9a-f]{2}\//gm)]
  expect(shown.length).toBeGreaterThan(5)
  for (const [, kind = ''] of shown) expect(kinds).toContain(kind)
})

test('the time-stamp and the cosignature of the vectors hold', () => {
  const { record: request } = valid('timestamp-request')
  const { record: answer } = valid('timestamp')
  if (request.kind !== 'timestamp-request' || answer.kind !== 'timestamp') throw new Error('other kinds')
  expect(parseTimestampRequest(Buffer.from(request.request, 'base64')).imprintAlgorithm).toBe('sha256')
  const judged = judgeAnswer(Buffer.from(answer.answer, 'base64'), request, null)
  expect(judged).toMatchObject({ valid: true, timestamp: { authority: 'O=Invented, CN=Invented Authority' } })
  const { record: asked } = valid('witness-request')
  const { record: cosigned } = valid('cosignature')
  if (asked.kind !== 'witness-request' || cosigned.kind !== 'cosignature') throw new Error('other kinds')
  const witness = parseCosigner(cosigned.witness)
  expect(cosignedAt(asked.checkpoint, cosigned.line, witness)).toBe('2031-05-07T10:00:00.000Z')
})

test('the codes of an export are those that its verification gives', () => {
  const told = [...readFileSync(join(spec, 'export.md'), 'utf8').matchAll(/^\| `(kit-[a-z]+)` +\|/gm)].map(
    ([, code]) => code,
  )
  const source = ['verify-kit.ts', 'dated.ts'].map((name) =>
    readFileSync(join(spec, '../packages/evidence/src/kit', name), 'utf8'),
  )
  const given = new Set(
    source
      .join('')
      .match(/'kit-[a-z]+'/g)
      ?.map((code) => code.slice(1, -1)),
  )
  expect(told.sort()).toEqual([...given].sort())
})
