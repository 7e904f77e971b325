/** The page that verifies an export in a browser: made on first use, and again when its sources are newer. */

let building: Promise<{ readonly html: string }> | null = null

/** One HTML file without network. The builder is loaded only by the commands that write it. */
export async function verifierPage(): Promise<string> {
  building ??= import('@corroborate/verifier/build').then(({ buildVerifier }) => buildVerifier())
  return (await building).html
}
