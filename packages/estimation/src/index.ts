/** Multiple systems estimation: how many are on no list, and how far to trust it. */
export { aboveObserved, type Chapman, chapman } from './chapman.ts'
export { type ClosedPopulation, fitClosedPopulations } from './heterogeneity.ts'
export { allHierarchicalModels, closureOf, modelFromName, modelInWords, modelName, type Terms } from './hierarchy.ts'
export { type Existence, fitAllLogLinear, fitLogLinear, type LogLinear } from './log-linear.ts'
export { FitError } from './poisson-fit.ts'
export { type Profile, profileInterval } from './profile.ts'
export { createRandom, type Random } from './random.ts'
export {
  type Cell,
  keepLists,
  MOST_LISTS_MODELLED,
  type OverlapTable,
  overlapOf,
  overlapTable,
  TableError,
  type TableNote,
  tableFromDense,
  tableOf,
  usabilityOf,
} from './table.ts'
export { readTableCsv } from './table-csv.ts'
