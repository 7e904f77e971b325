/** The page itself: language, what a person gives, and the verdict. */
import { element } from './element.ts'
import type { GivenFile } from './file-disk.ts'
import { droppedFiles, pickedFiles } from './given-folder.ts'
import { judge, type Verdict } from './judge.ts'
import { LANGUAGES, type Language, type MessageKey, message } from './messages.ts'
import { verdictElement } from './verdict.ts'

let language: Language = navigator.language.startsWith('ar') ? 'ar' : 'en'
let verdict: Verdict | null = null
let failure: string | null = null

const t = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => message(language, key, values)
const at = <E extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as E

function build(): void {
  const text = (key: MessageKey) => element('span', { 'data-text': key })
  document.body.replaceChildren(
    element(
      'main',
      {},
      element(
        'header',
        {},
        element('h1', {}, text('title')),
        element('p', { class: 'languages' }, ...LANGUAGES.map(languageButton)),
      ),
      element('p', {}, text('intro')),
      element('p', { class: 'caution' }, text('caution')),
      element(
        'div',
        { id: 'drop' },
        element('label', { class: 'button', for: 'folder' }, text('choose')),
        element('input', { id: 'folder', type: 'file', webkitdirectory: '', multiple: '' }),
        element('span', { class: 'quiet' }, text('drop')),
      ),
      element(
        'details',
        {},
        element('summary', {}, text('more')),
        field(
          'key',
          element('input', { id: 'key', class: 'mono', dir: 'ltr', autocomplete: 'off', spellcheck: 'false' }),
        ),
        field(
          'checkpoint',
          element('textarea', { id: 'checkpoint', class: 'mono', dir: 'ltr', rows: '4', spellcheck: 'false' }),
        ),
        field('trust', element('input', { id: 'trust', type: 'file', accept: '.pem,.crt,.cer' })),
      ),
      element('p', { id: 'status', role: 'status' }),
      element('div', { id: 'verdict', 'aria-live': 'polite' }),
    ),
  )
}

function languageButton(name: Language): HTMLButtonElement {
  const button = element(
    'button',
    { type: 'button', lang: name, 'data-language': name },
    name === 'ar' ? 'العربية' : 'English',
  )
  button.addEventListener('click', () => {
    language = name
    show()
  })
  return button
}

function field(key: MessageKey, input: HTMLElement): HTMLElement {
  return element('p', {}, element('label', { for: input.id, 'data-text': key }), input)
}

/** Puts everything in the language chosen, and the verdict as it stands. */
function show(): void {
  document.documentElement.lang = language
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'
  document.title = t('title')
  for (const one of document.querySelectorAll<HTMLElement>('[data-text]'))
    one.textContent = t(one.dataset.text as MessageKey)
  for (const one of document.querySelectorAll<HTMLElement>('[data-language]'))
    one.setAttribute('aria-pressed', String(one.dataset.language === language))
  const shown =
    failure !== null
      ? element('p', { class: 'answer bad' }, t('failed', { why: failure }))
      : verdict === null
        ? null
        : verdictElement(verdict, language)
  at('verdict').replaceChildren(...(shown === null ? [] : [shown]))
}

async function check(reading: () => Promise<readonly GivenFile[]>): Promise<void> {
  verdict = null
  failure = null
  show()
  at('status').textContent = t('reading')
  try {
    const files = await reading()
    const trust = (await at<HTMLInputElement>('trust').files?.[0]?.text()) ?? ''
    const given = {
      files,
      trust,
      fingerprint: at<HTMLInputElement>('key').value,
      checkpoint: at<HTMLTextAreaElement>('checkpoint').value,
    }
    verdict = await judge(given, (done, total) => {
      at('status').textContent = t('working', { done, total })
    })
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error)
  }
  at('status').textContent = ''
  show()
  document.getElementById('answer')?.focus()
}

build()
show()
const folder = at<HTMLInputElement>('folder')
folder.addEventListener('change', () => {
  const picked = pickedFiles(folder.files ?? new DataTransfer().files)
  if (picked.length > 0) void check(async () => picked).then(() => folder.form?.reset())
})
const drop = at('drop')
document.addEventListener('dragover', (event) => {
  event.preventDefault()
  drop.dataset.over = 'yes'
})
document.addEventListener('dragleave', () => delete drop.dataset.over)
document.addEventListener('drop', (event) => {
  event.preventDefault()
  delete drop.dataset.over
  const items = event.dataTransfer?.items
  if (items !== undefined) void check(() => droppedFiles(items))
})
