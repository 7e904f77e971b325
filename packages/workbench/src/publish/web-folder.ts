/** The built browser app: made on first use, and again when its sources are newer. */
import { buildWeb } from '@corroborate/web/build'

let building: Promise<{ folder: string }> | null = null

/** Folder with `index.html`, `app.js` and `app.css`. */
export async function webFolder(): Promise<string> {
  building ??= buildWeb()
  return (await building).folder
}
