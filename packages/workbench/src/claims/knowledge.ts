/** What the reader is told about the world beside the gazetteer of settlements: the curated parties and regions. */
import { type Knowledge, PARTIES } from '@corroborate/claims'
import { REGIONS } from './regions.ts'

export const WORLD: Knowledge = { parties: PARTIES, places: REGIONS }
