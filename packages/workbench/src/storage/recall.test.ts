import { expect, test } from 'vitest'
import { exampleDocument } from './case-store.contract.ts'
import type { CaseReader } from './case-store.ts'
import { createMemoryStore } from './memory/memory-store.ts'
import { createRecall } from './recall.ts'

/** A store whose reading of documents is counted, and fails when told to. */
function counted() {
  const store = createMemoryStore()
  const told = { reads: 0, failing: false }
  const reader: CaseReader = {
    ...store,
    documents: async () => {
      told.reads++
      if (told.failing) throw new Error('the disk is gone')
      return store.documents()
    },
  }
  return { store, reader, told }
}

const put = (store: ReturnType<typeof createMemoryStore>, name: string) =>
  store.write((transactor) => transactor.putDocument(exampleDocument(name, 'text')))

test('a part is read once for all readers until it is written', async () => {
  const { store, reader, told } = counted()
  const recall = createRecall()
  await put(store, 'a.txt')
  expect(await recall(reader).documents()).toHaveLength(1)
  expect(await recall(reader).documents()).toBe(await recall(reader).documents())
  expect(told.reads).toBe(1)
  await store.write((transactor) => transactor.putSetting('modules', 'm'))
  await recall(reader).documents()
  expect(told.reads).toBe(1)
  await put(store, 'b.txt')
  expect(await recall(reader).documents()).toHaveLength(2)
  expect(told.reads).toBe(2)
})

test('what was never written has no stamp and is asked for each time', async () => {
  const { reader, told } = counted()
  const recall = createRecall()
  await recall(reader).documents()
  await recall(reader).documents()
  expect(told.reads).toBe(2)
})

test('a reading that failed is not remembered', async () => {
  const { store, reader, told } = counted()
  const recall = createRecall()
  await put(store, 'a.txt')
  told.failing = true
  await expect(recall(reader).documents()).rejects.toThrow('the disk is gone')
  told.failing = false
  expect(await recall(reader).documents()).toHaveLength(1)
})
