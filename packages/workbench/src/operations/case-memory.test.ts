import { expect, test } from 'vitest'
import type { CaseFolder } from '../preserve/case-folder.ts'
import { exampleDocument } from '../storage/case-store.contract.ts'
import { createMemoryStore } from '../storage/memory/memory-store.ts'
import { createCaseMemory, type ViewedFrom } from './case-memory.ts'

const FOLDER = { root: '/case', file: { id: 'c', title: 'One' } } as unknown as CaseFolder

test('a view is made again for another store, case file, surrounding or name, and for nothing else', async () => {
  const memory = createCaseMemory()
  const reader = createMemoryStore()
  let made = 0
  const view = (from: Partial<ViewedFrom> = {}, name = 'case', of: object = memory) =>
    memory.view(of, name, { folder: FOLDER, reader, ...from }, async () => ++made)
  expect([await view(), await view()]).toEqual([1, 1])
  await reader.write((transactor) => transactor.putDocument(exampleDocument('a.txt', 'text')))
  expect([await view(), await view()]).toEqual([2, 2])
  const renamed = { ...FOLDER, file: { ...FOLDER.file, title: 'Two' } }
  expect(await view({ folder: renamed })).toBe(3)
  expect(await view({ folder: renamed, beside: { sealed: 1 } })).toBe(4)
  expect(await view({ folder: renamed, beside: { sealed: 1 } }, 'register')).toBe(5)
  expect(await view({ folder: renamed, beside: { sealed: 1 } }, 'case', {})).toBe(6)
  expect(await view({ folder: renamed, beside: { sealed: 1 } })).toBe(4)
})

test('what could not be made is tried again', async () => {
  const memory = createCaseMemory()
  const from = { folder: FOLDER, reader: createMemoryStore() }
  const failing = memory.view(memory, 'case', from, () => Promise.reject(new Error('the disk is gone')))
  await expect(failing).rejects.toThrow('the disk is gone')
  expect(await memory.view(memory, 'case', from, async () => 'made')).toBe('made')
})
