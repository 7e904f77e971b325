/** All operations at once, for whoever offers or describes them all. */
import { BY_NAME } from './by-name.ts'
import type { Operation } from './operation.ts'

export const OPERATIONS: readonly Operation[] = await Promise.all(Object.values(BY_NAME).map((load) => load()))
