/** A checkpoint as a page to print, in English and Arabic: it says nothing of what the case is about, and needs no network. */
import { createHash } from 'node:crypto'
import type { CheckpointView, StampView } from './checkpoint-view.ts'

/** One HTML page; `verify --checkpoint` reads it back. `at` is when it was made. */
export function checkpointPage(view: CheckpointView, at: Date): string {
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`
  const made = at.toISOString().slice(0, 16).replace('T', ' ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${view.size} · ${view.digits.join(' ')}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1><span>Checkpoint of a log</span> <span lang="ar" dir="rtl">نقطة تحقّق من سجلّ</span></h1>
<p class="digits"><span class="size">${view.size}</span> ${view.digits.map((group) => `<span>${group}</span>`).join(' ')}</p>
<section>
<dl>
${row('Events in the log', 'الأحداث في السجل', String(view.size))}
${row('Name of the log', 'اسم السجل', view.origin)}
${row('Root', 'الجذر', view.root)}
${row('Key that signs it', 'المفتاح الذي يوقّعه', view.key ?? '—')}
${row('Written', 'كُتبت في', `${made} UTC`)}
${row('Dated by others', 'أرّخها آخرون', datedBy(view))}
</dl>
</section>
<section class="signed">
<h2><span>As it is signed</span> <span lang="ar" dir="rtl">كما هي موقّعة</span></h2>
<pre id="checkpoint" dir="ltr">${escaped(view.note)}</pre>
</section>
<section class="how">
<div>
<h2>Keep this page away from the machine</h2>
<p>It fixes every event of the log up to now, and tells nothing of what they are. A log that was put back, changed in its
past or signed anew no longer fits it. The big digits stand for name, size and root: two people who read them to each other
and find them equal have the same log.</p>
<p>To check a case against it, give the file of this page, or type the big digits:</p>
<pre dir="ltr">corroborate verify CASE --checkpoint PAGE.html
corroborate verify CASE --checkpoint "${view.size} ${view.digits.join(' ')}"</pre>
</div>
<div lang="ar" dir="rtl">
<h2>احفظ هذه الصفحة بعيدًا عن الجهاز</h2>
<p>تثبّت هذه الصفحة كل حدث في السجل حتى الآن، ولا تكشف شيئًا عن مضمونه. فالسجل الذي أُعيد إلى حال سابقة، أو غُيّر ماضيه،
أو وُقّع من جديد، لا يعود يطابقها. وتمثّل الأرقام الكبيرة اسم السجل وحجمه وجذره: فإذا قرأها شخصان أحدهما للآخر ووجداها
متساوية كان لديهما السجل نفسه.</p>
<p>للتحقق من قضية على أساسها، أعط ملف هذه الصفحة أو اكتب الأرقام الكبيرة:</p>
<pre dir="ltr">corroborate verify CASE --checkpoint PAGE.html
corroborate verify CASE --checkpoint "${view.size} ${view.digits.join(' ')}"</pre>
</div>
</section>
</main>
</body>
</html>
`
}

function row(english: string, arabic: string, value: string): string {
  return `<div><dt>${english} <span lang="ar" dir="rtl">${arabic}</span></dt><dd dir="ltr">${escaped(value)}</dd></div>`
}

function datedBy({ stamps, cosignatures, dated, undated }: CheckpointView): string {
  const said = [
    ...stamps.filter(({ state }) => state === 'dated').map((stamp) => stampText(stamp)),
    ...cosignatures.map(({ witness, size, time }) => `${time} ${witness} (1–${size})`),
  ]
  const open = dated === 0 ? 'not yet independently dated\nلم يؤرّخها طرف مستقل بعد' : null
  const rest = dated > 0 && undated > 0 ? `+${undated}: not yet independently dated\nلم يؤرّخها طرف مستقل بعد` : null
  return [...said, open, rest].filter((one) => one !== null).join('\n')
}

function stampText({ time, authority, size, anchored }: StampView): string {
  return `${time} ${authority} (1–${size})${anchored ? '' : ' — chain not anchored · سلسلة غير مثبّتة'}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const STYLE = `
:root { color-scheme: light dark; --ink: #16191d; --paper: #fff; --quiet: #545b64; --rule: #c4cad1; --field: #f3f5f7 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --paper: #14171a; --quiet: #a3abb4; --rule: #3d454e; --field: #1d2227 } }
* { box-sizing: border-box }
body { margin: 0; color: var(--ink); background: var(--paper); font: 16px/1.55 system-ui, "Noto Sans", "Noto Sans Arabic", sans-serif }
main { max-inline-size: 60rem; margin-inline: auto; padding: 1.5rem }
h1, h2 { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; justify-content: space-between; line-height: 1.3 }
h1 { font-size: 1.5rem; margin-block: 0 1rem }
h2 { font-size: 1rem; margin-block: 1.5rem .4rem }
.digits, dd, pre { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace }
.digits { direction: ltr; display: flex; flex-wrap: wrap; gap: .35em .6em; margin: 0; padding: 1rem; border: 2px solid var(--ink); font-size: clamp(1.4rem, 5vw, 2rem); line-height: 1.2; font-variant-numeric: slashed-zero tabular-nums }
.digits .size { padding-inline-end: .7em; border-inline-end: 2px solid var(--ink) }
dl { margin: 0 }
dl div { display: grid; grid-template-columns: 15rem 1fr; gap: .2rem 1rem; padding-block: .5rem; border-block-end: 1px solid var(--rule) }
dt { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 .75rem; color: var(--quiet) }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; text-align: start; unicode-bidi: plaintext }
pre { margin: 0; padding: .75rem; background: var(--field); white-space: pre-wrap; overflow-wrap: anywhere; font-size: .9rem }
.how { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem }
@media (max-width: 42rem) { .how, dl div { grid-template-columns: 1fr } main { padding: 1rem } }
@media print {
  :root { --ink: #000; --paper: #fff; --quiet: #333; --rule: #999; --field: #fff }
  @page { margin: 15mm }
  body { font-size: 10.5pt } main { max-inline-size: none; padding: 0 } pre { border: 1px solid #999 }
  section, .digits { break-inside: avoid }
}
`
