/** The built browser app: made on first use, and again when its sources are newer. */

let building: Promise<{ readonly folder: string }> | null = null

/** Folder with `index.html`, `app.js` and `app.css`. The builder is loaded only by the commands that show something. */
export async function webFolder(): Promise<string> {
  building ??= import('@corroborate/web/build').then(({ buildWeb }) => buildWeb())
  return (await building).folder
}
