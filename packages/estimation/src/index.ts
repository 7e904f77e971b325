/** Multiple systems estimation: how many are on no list, and how far to trust it. */
export { type BcaInterval, bcaInterval } from './bca.ts'
export { aboveObserved, type Chapman, chapman } from './chapman.ts'
export { type Convergence, convergenceOf } from './convergence.ts'
export {
  averageDecomposable,
  type DecomposableOptions,
  type DecomposablePosterior,
  decomposableGraphs,
  type GraphPosterior,
} from './decomposable.ts'
export { CLOSE_BIC, type EstimateOptions, estimate } from './estimate.ts'
export { type ClosedPopulation, fitClosedPopulations } from './heterogeneity.ts'
export { allHierarchicalModels, closureOf, modelFromName, modelInWords, modelName, type Terms } from './hierarchy.ts'
export {
  LATENT_CLASS_DEFAULTS,
  type LatentClassOptions,
  type LatentClassPosterior,
  latentClass,
  latentClassChain,
} from './latent-class.ts'
export { type Existence, fitAllLogLinear, fitLogLinear, type LogLinear } from './log-linear.ts'
export {
  type Bound,
  type Diagnostics,
  type Estimation,
  FLAGS,
  type Flag,
  type FlagCode,
  LEAST_FIT,
  METHODS,
  type Method,
  type PanelModel,
  REFUSALS,
  type Refusal,
  type RefusalCode,
  type Refused,
  type Verdict,
  type WithoutList,
} from './panel.ts'
export { dependenceOf, dependencePicture, type PairDependence } from './picture-dependence.ts'
export { overlapPicture } from './picture-overlap.ts'
export { panelPicture } from './picture-panel.ts'
export { type PosteriorShape, posteriorPicture } from './picture-posterior.ts'
export { FitError } from './poisson-fit.ts'
export {
  type DrawEstimate,
  estimateStrata,
  PoolingError,
  poolByMixture,
  poolByRubin,
  type RubinPool,
  type StrataSum,
  type StratumEstimate,
} from './pooling.ts'
export { type Profile, profileInterval } from './profile.ts'
export { createRandom, type Random } from './random.ts'
export { withoutEachList } from './sensitivity.ts'
export {
  SPARSE_DEFAULTS,
  type SparseEstimate,
  type SparseFit,
  type SparseOptions,
  sparseEstimate,
  sparseFit,
} from './sparse.ts'
export { logLinearModels, stepwiseLogLinear } from './stepwise.ts'
export {
  type Cell,
  keepLists,
  MOST_LISTS_MODELLED,
  MOST_LISTS_READ,
  type OverlapTable,
  overlapOf,
  overlapTable,
  TableError,
  type TableNote,
  tableFromDense,
  tableOf,
  usabilityOf,
} from './table.ts'
export { readStratifiedCsv, readTableCsv, type StratifiedTable } from './table-csv.ts'
export { type Runner, runHere, runTask, type Task } from './task.ts'
export { boundOf, verdictOf } from './verdict.ts'
