/** Whether a row's name names one person, a group, or nobody. */
import { isArabic, normaliseArabic } from './arabic.ts'
import { foldLatin } from './latin.ts'

/** An unidentified body and a group are entries too, but no name links them. */
export type EntryKind = 'person' | 'group' | 'unidentified'

const NOBODY = new Set(
  (
    'unknown|unidentified|unknown name|name unknown|not known|unnamed|no name|n a|na|none|null|nil|nan|nn|n n|xxx|xx|x|anonymous|undisclosed|withheld|' +
    'not available|not stated|missing name|unidentified body|unknown person|unknown male|unknown female|unknown man|unknown woman|desconocido|desconocida|sin nombre|no identificado|nepoznat|nepoznata|' +
    'مجهول|مجهوله|مجهول الهويه|مجهوله الهويه|غير معروف|غير معروفه|بدون اسم|لا يوجد|غير محدد|جثه مجهوله'
  ).split('|'),
)
const GROUP =
  /^(?:the )?(?:family|families|children|sons|daughters|members|relatives|wife and|group) of | persons?$| people$|^\d+ |(?:^|\s)(?:من )?عايله(?: |$)|^(?:اطفال|ابناء|افراد|مجموعه) /

export function entryKind(name: string): EntryKind {
  const folded = (isArabic(name) ? normaliseArabic(name) : foldLatin(name)).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  if (isNothing(folded)) return 'unidentified'
  return GROUP.test(`${folded} `.replace(/ $/, '')) ? 'group' : 'person'
}

/** Whether a folded value is a word for "not known". */
export function isNothing(folded: string): boolean {
  return folded === '' || NOBODY.has(folded)
}
