/** The verdict as it is shown: what is wrong first, then the key, then what was checked. */
import type { KitReport, Problem } from '@corroborate/evidence/verify'
import { element } from './element.ts'
import type { Verdict } from './judge.ts'
import { CODES, type Language, type MessageKey, message } from './messages.ts'

export function verdictElement(verdict: Verdict, language: Language): HTMLElement {
  const t = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => message(language, key, values)
  if (verdict.kind === 'no-kit') return element('p', { class: 'answer bad' }, t('noKit'))
  const { report, sameKey } = verdict
  const { errors, warnings, valid, fingerprint } = report
  const count = errors.length + (sameKey === false ? 1 : 0)
  const said = valid ? t('whole') : count === 1 ? t('brokenOne') : t('broken', { count })
  return element(
    'section',
    { 'aria-labelledby': 'answer' },
    element('h2', { id: 'answer', class: `answer ${valid ? 'good' : 'bad'}`, tabindex: '-1' }, said),
    problemList(t('problems'), errors, language),
    element(
      'section',
      { class: 'key', 'aria-labelledby': 'key-title' },
      element('h3', { id: 'key-title' }, t('keyTitle')),
      fingerprint === null ? null : element('p', { class: 'mono', dir: 'ltr' }, grouped(fingerprint)),
      sameKey === null
        ? element('p', {}, t('keyCompare'))
        : element('p', { class: sameKey ? 'good' : 'bad' }, t(sameKey ? 'keyEqual' : 'keyOther')),
    ),
    facts(report, t),
    problemList(t('notes'), warnings, language),
    element('p', { class: 'quiet' }, t('unchecked')),
  )
}

function problemList(title: string, problems: readonly Problem[], language: Language): HTMLElement | null {
  if (problems.length === 0) return null
  return element(
    'section',
    { class: 'problems' },
    element('h3', {}, title),
    element(
      'ul',
      {},
      ...problems.map(({ code, path, message: detail }) =>
        element(
          'li',
          { 'data-code': code },
          path === '' ? null : element('bdi', { class: 'mono path', dir: 'ltr' }, path),
          element('span', {}, CODES[code]?.[language] ?? code),
          element('span', { class: 'quiet', lang: 'en', dir: 'ltr' }, detail),
        ),
      ),
    ),
  )
}

type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string

function facts(report: KitReport, t: Translate): HTMLElement {
  const { files, checkpoint, originals, records, stamps, cosignatures } = report
  const row = (key: MessageKey, ...values: readonly (Node | string)[]) =>
    element('div', {}, element('dt', {}, t(key)), ...values.map((value) => element('dd', {}, value)))
  const mono = (text: string) => element('bdi', { class: 'mono', dir: 'ltr' }, text)
  const moment = (time: Date) => mono(time.toISOString().replace('.000Z', 'Z'))
  const dated = [
    ...stamps.map(({ time, authority, size, anchored }) =>
      element(
        'span',
        {},
        moment(time),
        ' ',
        element('bdi', {}, authority),
        ` — ${t('firstEvents', { size })} — ${t(anchored ? 'anchored' : 'unanchored')}`,
      ),
    ),
    ...cosignatures.map(({ time, witness, size }) =>
      element('span', {}, moment(time), ` — ${t('firstEvents', { size })} — ${t('cosigned', { witness })}`),
    ),
  ]
  const to = Math.max(0, ...stamps.map(({ size }) => size))
  const rest = (checkpoint?.size ?? 0) - to
  if (stamps.length === 0) dated.push(element('strong', {}, t('undated')))
  else if (rest > 0) dated.push(element('span', {}, t('undatedRest', { count: rest })))
  return element(
    'section',
    { 'aria-labelledby': 'facts-title' },
    element('h3', { id: 'facts-title' }, t('found')),
    element(
      'dl',
      {},
      row('files', String(files)),
      ...(checkpoint === null
        ? []
        : [
            row('log', mono(checkpoint.origin)),
            row('events', String(checkpoint.size)),
            row('compare', mono(`${checkpoint.size} ${checkpoint.digits.join(' ')}`)),
          ]),
      row('originals', t('here', originals)),
      row('records', String(records)),
      ...withheld(report, t).map((text) => row('withheld', text)),
      row('dated', ...dated),
    ),
  )
}

/** What the log tells of that no export ever holds: confidential items, and what was decided on them. */
function withheld({ leaves }: KitReport, t: Translate): readonly string[] {
  const shredded = leaves.get('withdrawal') ?? 0
  const items = (leaves.get('sealed-item') ?? 0) - shredded
  const records = leaves.get('sealed-record') ?? 0
  return items + shredded + records === 0 ? [] : [t('withheldItems', { items, shredded, records })]
}

function grouped(hex: string): string {
  return hex.replaceAll(/(.{8})(?=.)/g, '$1 ')
}
