/** HTML as a DOM without a browser: no script runs, nothing is fetched. */

export type PageParser = (html: string) => Document

/** Loads the parser, which is slow to start: only where there is a page to read. */
export async function pageParser(): Promise<PageParser> {
  const { parseHTML } = await import('linkedom')
  return (html) => (parseHTML(html) as unknown as { document: Document }).document
}
