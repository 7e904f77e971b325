/** Holds the published formats: valid vectors satisfy schema and rules, invalid ones fail as they say, real readings satisfy both. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Ajv from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { recognitionFaults, transcriptionFaults } from '../packages/workbench/src/model/derived-text.ts'
import { frameFaults } from '../packages/workbench/src/model/frame.ts'
import type { ListRecord } from '../packages/workbench/src/model/list-record.ts'
import { OPERATIONS } from '../packages/workbench/src/operations/index.ts'
import { homeFrom } from '../packages/workbench/src/preserve/home.ts'
import { checkReading } from '../packages/workbench/src/publish/check-reading.ts'
import type { Reading } from '../packages/workbench/src/publish/contract.ts'
import { jsonSchemas } from '../packages/workbench/src/publish/json-schemas.ts'
import { listFaults } from '../packages/workbench/src/register/check-list.ts'

const root = resolve(import.meta.dirname, '..')
const vectors = join(root, 'spec/vectors/reading')
const ajv = new Ajv.default({ strict: false, allErrors: true })
const validate = ajv.compile(jsonSchemas().reading as object)

/** Why a value is no reading; empty where it is one. */
function faults(value: unknown): readonly string[] {
  if (!validate(value)) return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  return checkReading(value as Reading)
}

const files = (folder: string) => readdirSync(join(vectors, folder)).filter((name) => name.endsWith('.json'))
const load = (folder: string, name: string) =>
  JSON.parse(readFileSync(join(vectors, folder, name), 'utf8')) as { why: string; fault?: string; reading: unknown }

describe('dossiers', () => {
  const validateDossier = ajv.compile(jsonSchemas().dossier as object)

  test.each(['syria-coast-2025', 'zelmora-tolmesh-2024'])(
    'the committed dossier of %s satisfies its schema',
    (name) => {
      const dossier = JSON.parse(readFileSync(join(root, 'casebook', name, 'dossier.json'), 'utf8')) as Record<
        string,
        unknown
      >
      expect(validateDossier(dossier), JSON.stringify(validateDossier.errors?.slice(0, 3))).toBe(true)
      const { ledger: _, ...without } = dossier
      expect(validateDossier(without)).toBe(false)
      expect(validateDossier({ ...dossier, notice: 'published' })).toBe(false)
    },
  )

  test.each(Object.entries(jsonSchemas()))('%s compiles as a JSON Schema', (_, schema) => {
    expect(() => new Ajv.default({ strict: false }).compile(schema as object)).not.toThrow()
  })
})

describe('readings', () => {
  test.each(files('valid'))('%s is valid', (name) => {
    expect(faults(load('valid', name).reading)).toEqual([])
  })

  test.each(files('invalid'))('%s is invalid, for the reason it gives', (name) => {
    const { fault, reading } = load('invalid', name)
    expect(fault).toBeTruthy()
    expect(faults(reading).join('\n')).toContain(fault)
  })

  test.each(['syria-coast-2025', 'zelmora-tolmesh-2024'])(
    'every reading of %s keeps schema and rules',
    async (name) => {
      const read = OPERATIONS.find((operation) => operation.name === 'read')
      const context = {
        home: homeFrom({}),
        now: () => new Date(0),
        progress: () => {},
        signal: new AbortController().signal,
        say: () => {},
      }
      let count = 0
      for await (const reading of read?.run(context, { paths: [join(root, 'casebook', name, 'reports')] }) ?? []) {
        expect(faults(JSON.parse(JSON.stringify(reading)))).toEqual([])
        count++
      }
      expect(count).toBeGreaterThanOrEqual(8)
    },
  )
})

describe('derived texts', () => {
  const folder = join(root, 'spec/vectors/derived')
  const shapes = {
    recognition: ajv.compile(jsonSchemas().recognition as object),
    transcription: ajv.compile(jsonSchemas().transcription as object),
    frame: ajv.compile(jsonSchemas().frame as object),
    'kept-frame': ajv.compile(jsonSchemas()['kept-frame'] as object),
  }
  const rules = {
    recognition: recognitionFaults,
    transcription: transcriptionFaults,
    frame: frameFaults,
    'kept-frame': () => [],
  }
  interface Vector {
    readonly why: string
    readonly fault?: string
    readonly kind: keyof typeof shapes
    readonly value: never
  }
  const vector = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Vector
  const faultsOf = ({ kind, value }: Vector): readonly string[] => {
    const shape = shapes[kind]
    if (!shape(value)) return (shape.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
    return rules[kind](value)
  }
  const named = (part: string) => readdirSync(join(folder, part)).map((name) => `${part}/${name}`)

  test.each(named('valid'))('%s is valid', (name) => {
    expect(faultsOf(vector(name))).toEqual([])
  })

  test.each(named('invalid'))('%s is invalid, for the reason it gives', (name) => {
    const { fault } = vector(name)
    expect(fault).toBeTruthy()
    expect(faultsOf(vector(name)).join('\n')).toContain(fault)
  })
})

describe('records of lists', () => {
  const folder = join(root, 'spec/vectors/register')
  const validateList = ajv.compile(jsonSchemas()['list-record'] as object)
  const names = (kind: string) => readdirSync(join(folder, kind)).filter((name) => name.endsWith('.json'))
  const vector = (kind: string, name: string) =>
    JSON.parse(readFileSync(join(folder, kind, name), 'utf8')) as {
      fault?: string
      before?: ListRecord[]
      record: ListRecord
    }

  function faultsOf({ before = [], record }: ReturnType<typeof vector>): readonly string[] {
    if (validateList(record)) return listFaults(record, before)
    return (validateList.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }

  test.each(names('valid'))('%s is valid', (name) => {
    expect(faultsOf(vector('valid', name))).toEqual([])
  })

  test.each(names('invalid'))('%s is invalid, for the reason it gives', (name) => {
    const given = vector('invalid', name)
    expect(given.fault).toBeTruthy()
    expect(faultsOf(given).join('\n')).toContain(given.fault)
  })
})
