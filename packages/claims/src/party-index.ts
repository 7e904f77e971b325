/** Finds known parties in tokens by their names, acronyms and aliases, and takes in those a document introduces. */

import { withoutClitics } from './clitics-ar.ts'
import type { Knowledge, Party } from './knowledge.ts'
import { normalise, type Token, tokenise } from './token.ts'

interface Name {
  readonly words: readonly string[]
  /** The printed form an acronym must have ("WHO" is not "who"), else null. */
  readonly exact: string | null
  /** One word, in lower case a common one: it must be printed with a capital. */
  readonly capital: boolean
  readonly party: Party
}

export interface PartyMatch {
  readonly from: number
  readonly to: number
  readonly party: Party
}

export interface PartyIndex {
  /** Every known party named in the tokens, leftmost longest, not overlapping. */
  readonly find: (tokens: readonly Token[]) => PartyMatch[]
  /** The party of this name, where there is one. */
  readonly named: (name: string) => Party | null
  readonly byId: (id: string) => Party | null
  /** A copy that also knows these names. */
  readonly with: (introduced: readonly { readonly name: string; readonly party: Party }[]) => PartyIndex
}

const isAcronym = (name: string) => /^[A-Z][A-Z0-9.&-]{1,9}$/.test(name)

function nameOf(text: string, party: Party): Name | null {
  const tokens = tokenise(text)
  const words = tokens.map((token) => token.norm)
  if (words[0] === 'the' && words.length > 1) words.shift()
  if (words.length === 0) return null
  const exact = isAcronym(text) ? text.replaceAll('.', '') : null
  return { words, exact, capital: words.length === 1 && tokens[0]!.capital, party }
}

type Names = Pick<ReadonlyMap<string, readonly Name[]>, 'get'>
/** Nouns that many bodies are called by: behind another capitalised word they are part of that body's name. */
const SHARED_NOUNS = new Set(['observatory'])

const SHARED_FORCES = new Set(['القوة', 'القوات'].map(normalise))

/** "Landmine Observatory" is not the Observatory. */
function endsOtherName(tokens: readonly Token[], { from, to }: PartyMatch): boolean {
  // "القوة المشتركة للدفاع عن …" is another force than the one called so
  if (SHARED_FORCES.has(tokens[from]!.norm) && /^لل.{3}/.test(tokens[to]?.norm ?? '')) return true
  const before = tokens[from - 1]
  return (
    to - from === 1 &&
    SHARED_NOUNS.has(tokens[from]!.norm) &&
    before?.kind === 'word' &&
    before.capital &&
    before.norm !== 'the'
  )
}

function matchAt(tokens: readonly Token[], at: number, names: Names, capitals: boolean): PartyMatch | null {
  const token = tokens[at]!
  if (token.kind !== 'word') return null
  const dotless = token.norm.includes('.') ? token.norm.replaceAll('.', '') : token.norm
  const arabic = token.text.charCodeAt(0) > 0x5ff
  const forms = arabic ? arabicForms(token.norm) : [dotless]
  for (const form of forms) {
    const list = names.get(form)
    if (list === undefined) continue
    for (const name of list) {
      if (at + name.words.length > tokens.length) continue
      let i = 1
      while (i < name.words.length && sameWord(tokens[at + i]!, name.words[i]!)) i++
      if (i < name.words.length) continue
      if (name.exact !== null && (!capitals || token.text.replaceAll('.', '') !== name.exact)) {
        if (token.text.replaceAll('.', '') !== name.exact) continue
      }
      if (name.capital && !token.capital) continue
      return { from: at, to: at + name.words.length, party: name.party }
    }
  }
  return null
}

const sameWord = (token: Token, word: string) =>
  token.norm === word || (token.norm.includes('.') && token.norm.replaceAll('.', '') === word)

/** A name keeps its article where its own list has it; clitics in front of the article go. */
function arabicForms(norm: string): string[] {
  const forms = [norm]
  for (const form of withoutClitics(norm)) if (!forms.includes(form)) forms.push(form)
  for (const form of [...forms]) if (form.startsWith('لل')) forms.push(`ال${form.slice(2)}`)
  for (const form of [...forms]) {
    if ((form[0] === 'ب' || form[0] === 'ل' || form[0] === 'و' || form[0] === 'ف') && form.length > 3)
      forms.push(form.slice(1))
  }
  return forms
}

function build(names: Names, parties: readonly Party[]): PartyIndex {
  let ids: ReadonlyMap<string, Party> | null = null
  return {
    find(tokens) {
      const found: PartyMatch[] = []
      for (let i = 0; i < tokens.length; i++) {
        const match = matchAt(tokens, i, names, true)
        if (match === null || endsOtherName(tokens, match)) continue
        found.push(match)
        i = match.to - 1
      }
      return found
    },
    named(name) {
      const tokens = tokenise(name)
      if (tokens[0]?.norm === 'the') tokens.shift()
      if (tokens.length === 0) return null
      const match = matchAt(tokens, 0, names, true)
      return match !== null && match.to === tokens.length ? match.party : null
    },
    byId(id) {
      ids ??= new Map(parties.map((party) => [party.id, party]))
      return ids.get(id) ?? null
    },
    with(introduced) {
      if (introduced.length === 0) return this
      const own = new Map<string, readonly Name[]>()
      for (const { name, party } of introduced) add(own, names, nameOf(name, party))
      return build({ get: (word) => own.get(word) ?? names.get(word) }, [
        ...parties,
        ...introduced.map(({ party }) => party),
      ])
    },
  }
}

/** Adds to `names` a name, behind those that `known` has for its first word. */
function add(names: Map<string, readonly Name[]>, known: Names, name: Name | null): void {
  if (name === null) return
  const first = name.words[0]!
  // what a document calls its own goes before what the world does
  const list = [name, ...(names.get(first) ?? known.get(first) ?? [])].sort((a, b) => b.words.length - a.words.length)
  names.set(first, list)
}

export function partyIndex(knowledge: Pick<Knowledge, 'parties'>): PartyIndex {
  const names = new Map<string, readonly Name[]>()
  for (const party of knowledge.parties) {
    for (const alias of new Set([party.name, ...party.aliases])) add(names, names, nameOf(alias, party))
  }
  return build(names, knowledge.parties)
}

/** Whether two written names are one after case, accents and articles are set aside. */
export function sameName(a: string, b: string): boolean {
  const plain = (name: string) => normalise(name).replace(/^the /, '').trim()
  return plain(a) === plain(b)
}
