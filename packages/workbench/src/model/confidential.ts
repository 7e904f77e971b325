/**
 * What the records of a case say of its confidential items: in clear, random ids, times, sizes of ciphertexts and salted
 * commitments; everything else is age ciphertext under the item's own key.
 */
import { COMPARATORS, EFFECTS, SCOPES, VICTIM_CATEGORIES } from '@corroborate/claims'
import { z } from 'zod'
import { CaptureSchema } from './capture.ts'

const hex64 = z.string().regex(/^[0-9a-f]{64}$/)
const sha512 = z.string().regex(/^[0-9a-f]{128}$/)
const base64 = z.base64().min(1)

/** Who can open the vault, and the files by which they do, as they stand after an event. */
export const VaultRecordSchema = z.object({
  kind: z.literal('vault'),
  id: z.string(),
  at: z.string(),
  event: z.enum(['made', 'rekeyed']),
  /** Counts such records of a case, from 0; the last is in force. */
  sequence: z.number().int().nonnegative(),
  /** Who changed it; null for the program that made it. */
  by: z.string().nullable(),
  reason: z.string().nullable(),
  /** age recipients that open it beside, or instead of, the passphrase. */
  recipients: z.array(z.string()),
  files: z.array(z.object({ path: z.enum(['passphrase.age', 'recipients.age']), sha512 })).min(1),
})
export type VaultRecord = z.infer<typeof VaultRecordSchema>

/** A confidential item. Its id is random and names its key; `age` opens to a `SealedContent`. */
export const SealedItemSchema = z.object({
  kind: z.literal('sealed-item'),
  id: z.string(),
  at: z.string(),
  intake: z.string(),
  /** sha512 of the ciphertext, by which the OCFL object is named. */
  item: sha512,
  /** Bytes of the ciphertext. */
  size: z.number().int().positive(),
  /** sha512 of the key's file, itself ciphertext. */
  key: sha512,
  /** sha256 over a salt and the content in canonical JSON; the salt lies inside `age`. */
  commitment: hex64,
  age: base64,
})
export type SealedItem = z.infer<typeof SealedItemSchema>

/** What only the item's key shows: what its bytes are, and how they came into the case. */
export const SealedContentSchema = z.object({
  /** sha512 of the bytes in clear. */
  sha512,
  /** Bytes in clear; the ciphertext holds zeros after them. */
  size: z.number().int().nonnegative(),
  /** `item` is the digest of the ciphertext, `size` that of the bytes in clear. */
  captures: z.array(CaptureSchema).min(1),
})
export type SealedContent = z.infer<typeof SealedContentSchema>

/** A record that holds something of confidential items: sealed under the key of each, so that losing any closes it. */
export const SealedRecordSchema = z.object({
  kind: z.literal('sealed-record'),
  id: z.string(),
  at: z.string(),
  /** Ids of the sealed items whose keys open it, the outermost first. */
  keys: z.array(z.string()).min(1),
  /** The place of a decision in the order of decisions; null for any other record. */
  sequence: z.number().int().nonnegative().nullable(),
  commitment: hex64,
  age: base64,
})
export type SealedRecord = z.infer<typeof SealedRecordSchema>

/** What a withdrawn item had contributed to tolls, with no word, name or place of it. */
export const ContributionSchema = z.object({
  value: z.number().nullable(),
  valueMax: z.number().nullable(),
  vagueWord: z.string().nullable(),
  comparator: z.enum(COMPARATORS),
  effect: z.enum(EFFECTS),
  victims: z.enum(VICTIM_CATEGORIES),
  scope: z.enum(SCOPES),
  asOf: z.string().nullable(),
})
export type Contribution = z.infer<typeof ContributionSchema>

export const EFFECTS_OF_WITHDRAWAL = ['stand', 'fall'] as const

/** The notice that an item was shredded. It outlives the item and names nobody but who decided. */
export const WithdrawalSchema = z.object({
  kind: z.literal('withdrawal'),
  id: z.string(),
  at: z.string(),
  by: z.string().min(1),
  reason: z.string().min(1),
  /** Id of the sealed item. */
  item: z.string(),
  effects: z.enum(EFFECTS_OF_WITHDRAWAL),
  /** What it had contributed, where its effects stand; empty where they fall. */
  contributions: z.array(ContributionSchema),
})
export type Withdrawal = z.infer<typeof WithdrawalSchema>
