/** A decision that cannot be recorded; the message says why and what to give instead. */
export class DecisionError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'DecisionError'
  }
}
