/** Who proposed a figure or claim that the reader did not find itself. */
export interface Proposer {
  /** The model as the endpoint was asked for it. */
  readonly model: string
  /** Host (and port) of the endpoint. */
  readonly host: string
  /** Id of the record that keeps the answer. */
  readonly record: string
}
