/** News agencies by the names under which outlets credit them. */

const AGENCIES: readonly (readonly [name: string, ...written: string[]])[] = [
  ['AFP', 'AFP', 'Agence France-Presse', 'Agence France Presse', 'أ ف ب', 'أ.ف.ب', 'ا ف ب', 'فرانس برس'],
  ['AP', 'AP', 'Associated Press', 'The Associated Press', 'أسوشيتد برس', 'أسوشييتد برس'],
  ['Reuters', 'Reuters', 'رويترز'],
  ['Xinhua', 'Xinhua', 'شينخوا'],
  ['Anadolu', 'Anadolu', 'Anadolu Agency', 'AA', 'الأناضول'],
  ['dpa', 'dpa', 'د ب أ', 'د.ب.أ'],
  ['EFE', 'EFE', 'Agencia EFE'],
  ['UPI', 'UPI'],
  ['TASS', 'TASS', 'تاس'],
  ['Interfax', 'Interfax'],
  ['SANA', 'SANA', 'سانا'],
  ['WAFA', 'WAFA', 'وفا'],
  ['ANSA', 'ANSA'],
  ['Kyodo', 'Kyodo', 'Kyodo News'],
  ['Yonhap', 'Yonhap'],
  ['PTI', 'PTI', 'Press Trust of India'],
  ['ANI', 'ANI'],
  ['IANS', 'IANS'],
  ['AAP', 'AAP'],
  ['PA', 'PA Media'],
  ['RIA Novosti', 'RIA Novosti', 'RIA'],
  ['Ukrinform', 'Ukrinform'],
  ['Bloomberg', 'Bloomberg'],
  ['BBC News', 'BBC News', 'BBC'],
  ['CNN', 'CNN'],
]

const BY_WRITTEN = new Map(AGENCIES.flatMap(([name, ...written]) => written.map((form) => [form.toLowerCase(), name])))

/** The agency that a credit names, as in `AFP`, `The Associated Press` or `رويترز`; null where it is none we know. */
export function agencyNamed(credit: string): string | null {
  const plain = credit
    .trim()
    .replace(/[.|,;:]+$/, '')
    .trim()
  return BY_WRITTEN.get(plain.toLowerCase()) ?? null
}

/** Whether the words are agencies and nothing else: `AFP`, `AP, Reuters`, `Reuters/AFP`, `AFP and AP`. */
export function onlyAgencies(words: string): boolean {
  const parts = words.split(/\s*(?:[,/|&]|\s+and\s+|\s+و)\s*/).filter((part) => part !== '')
  return parts.length > 0 && parts.every((part) => agencyNamed(part) !== null)
}
