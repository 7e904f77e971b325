/** Fits a softmax over linear scores by gradient descent with a small penalty, as the weights of lineage are fitted. */
import { classProbabilities } from '../packages/claims/src/lineage-confidence.ts'

export interface Example {
  readonly features: readonly number[]
  /** Number of its class. */
  readonly truth: number
}

const PENALTY = 0.0008
const ROUNDS = 2500
const RATE = 2.5

/** Intercept and weights of each class. */
export function fitSoftmax(training: readonly Example[], classes: number): readonly (readonly number[])[] {
  const width = training[0]!.features.length + 1
  const weights = Array.from({ length: classes }, () => new Array<number>(width).fill(0))
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((each) => each.map((weight, i) => (i === 0 ? 0 : PENALTY * weight)))
    for (const { features, truth } of training) {
      classProbabilities(features, weights).forEach((probability, k) => {
        const error = (probability - (k === truth ? 1 : 0)) / training.length
        gradient[k]![0]! += error
        features.forEach((x, i) => {
          gradient[k]![i + 1]! += error * x
        })
      })
    }
    gradient.forEach((slopes, k) => {
      slopes.forEach((slope, i) => {
        weights[k]![i]! -= RATE * slope
      })
    })
  }
  return weights
}

/** Prints the weights as the source holds them. */
export function printWeights(classes: readonly string[], weights: readonly (readonly number[])[]): void {
  classes.forEach((name, k) => {
    console.log(`  // ${name}\n  [${weights[k]!.map((weight) => Number(weight.toFixed(2))).join(', ')}],`)
  })
}
