/** What was asked for by name or id is not in the case. */

export class NotFoundError extends Error {
  constructor(what: string, id: string, hint: string) {
    super(`the case holds no ${what} ${JSON.stringify(id)}: ${hint}`)
    this.name = 'NotFoundError'
  }
}
