/** Speakers, and what may be meant by "it", "she", "the government" at a point of the text. */
import { surname } from './claims-names.ts'
import type { PartyKind } from './knowledge.ts'

export interface Place {
  readonly start: number
  readonly end: number
}

export interface Speaker {
  readonly name: string
  readonly kind: PartyKind
  readonly person: boolean
  /** The kind of body that an official or a spokesperson speaks for, where the text names it. */
  readonly of?: PartyKind
  /** The office as printed. */
  readonly role: string | null
  readonly roleAt: Place | null
  readonly at: Place
  /** How it was found, for people. */
  readonly how: string
  readonly unsure: string | null
}

/** How many speakers back are looked at; a page of news has a dozen. */
const REMEMBERED = 48

/** What may be meant by "it", "she", "the government", "the report" at a point of the text. */
export class Memory {
  readonly #spoke: { readonly speaker: Speaker; readonly unit: number }[] = []
  readonly #named: { readonly speaker: Speaker; readonly unit: number }[] = []
  readonly #persons = new Map<string, Speaker>()
  readonly #documents = new Map<string, Speaker>()

  /** Who says "I" and "we" outside quotation marks here; null where only the outlet does. */
  author: Speaker | null = null

  spoke(speaker: Speaker, unit: number): void {
    const last = this.#spoke.at(-1)
    if (last?.unit !== unit || last.speaker.name !== speaker.name) this.#spoke.push({ speaker, unit })
    if (speaker.person && !this.#persons.has(surname(speaker.name))) this.#persons.set(surname(speaker.name), speaker)
  }

  /** A party is named, whether or not it speaks: "the organisation" of later text may be it. */
  mentioned(speaker: Speaker, unit: number): void {
    this.#named.push({ speaker, unit })
  }

  /** The latest party named that fits, at most so many units back. */
  latestNamed(fits: (speaker: Speaker) => boolean, at: number, reach: number): Speaker | null {
    for (let i = this.#named.length - 1; i >= Math.max(0, this.#named.length - REMEMBERED); i -= 1) {
      const { speaker, unit } = this.#named[i]!
      if (at - unit > reach) return null
      if (fits(speaker)) return speaker
    }
    return null
  }

  /** A person is also called so in print, in another script than the name. */
  alias(printed: string, speaker: Speaker): void {
    if (!this.#persons.has(surname(printed))) this.#persons.set(surname(printed), speaker)
  }

  issued(noun: string, speaker: Speaker): void {
    this.#documents.set(singular(noun), speaker)
  }

  issuer(noun: string): Speaker | null {
    return this.#documents.get(singular(noun)) ?? null
  }

  personCalled(name: string): Speaker | null {
    return this.#persons.get(surname(name)) ?? null
  }

  /** The latest that fits, at most so many units back. */
  latest(fits: (speaker: Speaker) => boolean, at: number, reach: number): Speaker | null {
    for (let i = this.#spoke.length - 1; i >= Math.max(0, this.#spoke.length - REMEMBERED); i -= 1) {
      const { speaker, unit } = this.#spoke[i]!
      if (at - unit > reach) return null
      if (fits(speaker)) return speaker
    }
    return null
  }
}

const singular = (noun: string): string =>
  noun.endsWith('s') && noun !== 'findings' && noun !== 'comments' && noun !== 'remarks' && noun !== 'address'
    ? noun.slice(0, -1)
    : noun
