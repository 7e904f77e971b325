import { caseStoreContract } from '../case-store.contract.ts'
import { createMemoryStore } from './memory-store.ts'

caseStoreContract('the in-memory store', async () => createMemoryStore(), null)
