/** The consonants of a name in classes that Arabic and Latin script share: a key for blocking, coarse on purpose. */

const ARABIC_CLASS: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'b',
  ت: 't',
  ط: 't',
  ث: 't',
  ج: 'j',
  چ: 'c',
  ح: '',
  خ: 'k',
  د: 'd',
  ض: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 's',
  ژ: 'j',
  ظ: 's',
  س: 's',
  ص: 's',
  ش: 'c',
  ع: '',
  غ: 'k',
  ف: 'f',
  ڤ: 'f',
  ق: 'k',
  ك: 'k',
  گ: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: '',
  و: '',
  ي: '',
  ا: '',
}

const LATIN_CLASS: Readonly<Record<string, string>> = {
  b: 'b',
  p: 'b',
  t: 't',
  d: 'd',
  f: 'f',
  v: 'f',
  k: 'k',
  q: 'k',
  c: 'k',
  g: 'k',
  j: 'j',
  s: 's',
  z: 's',
  x: 'ks',
  l: 'l',
  m: 'm',
  n: 'n',
  r: 'r',
}

const DIGRAPHS: Readonly<Record<string, string>> = {
  sh: 'c',
  ch: 'c',
  kh: 'k',
  gh: 'k',
  th: 't',
  dh: 'd',
  ph: 'f',
  ck: 'k',
  dj: 'j',
  zh: 'j',
}

/** Skeleton of a normalised token of either script; doubled consonants count once; '' where only vowels are left. */
export function skeleton(token: string): string {
  let out = ''
  let before = ''
  for (let at = 0; at < token.length; at++) {
    const letter = token[at]!
    const two = DIGRAPHS[letter + (token[at + 1] ?? '')]
    const sign = two ?? ARABIC_CLASS[letter] ?? LATIN_CLASS[letter] ?? (letter >= '0' && letter <= '9' ? letter : '')
    if (two !== undefined) at++
    if (sign !== '' && sign !== before) out += sign
    before = sign
  }
  return out
}

/** A bit for each consonant class of a skeleton. */
export function consonantClasses(bones: string): number {
  let classes = 0
  for (let at = 0; at < bones.length; at++) classes |= 1 << (bones.charCodeAt(at) & 31)
  return classes
}
