import { BadInputError } from '@dateline/domain'
import { z } from 'zod'

/** A page of a list. `next` asks for the page after it; null: this is the last one. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null }

export const PAGE_ITEMS_DEFAULT = 50
export const PAGE_ITEMS_MAX = 500
const CURSOR_CHARS_MAX = 1_000

/** Kinds of key that a list can be paged by; each list has its own name, so that no cursor works on another list. */
const KEYS = {
  articles: z.tuple([z.iso.datetime(), z.string().max(200)]),
  seen: z.tuple([z.int().nonnegative()]),
  revisions: z.tuple([z.int().nonnegative()]),
  stories: z.tuple([z.iso.datetime(), z.string().max(200)]),
  members: z.tuple([z.int().nonnegative(), z.string().max(200)]),
  topics: z.tuple([z.int().nonnegative(), z.string().max(200)]),
  sources: z.tuple([z.int().nonnegative()]),
  layouts: z.tuple([z.int().nonnegative()]),
  findings: z.tuple([z.int().nonnegative()]),
  ledger: z.tuple([z.iso.datetime(), z.string().max(200)]),
  copies: z.tuple([z.string().max(200)]),
} as const
export type ListName = keyof typeof KEYS
export type Key<Name extends ListName> = z.infer<(typeof KEYS)[Name]>

/** Opaque to its users: the key of the last item of a page. */
export function encodeCursor<Name extends ListName>(list: Name, key: Key<Name>): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url')
}

/**
 * @returns null for no cursor: the first page.
 * @throws {BadInputError} if this list has not given out such a cursor.
 */
export function decodeCursor<Name extends ListName>(list: Name, cursor: string | null): Key<Name> | null {
  if (cursor === null) return null
  const refused = () => new BadInputError('The cursor is not valid for this list: begin again without one.')
  if (cursor.length > CURSOR_CHARS_MAX || !/^[\w-]+$/.test(cursor)) throw refused()
  const [name, ...key] = parseArray(Buffer.from(cursor, 'base64url').toString('utf8'))
  const result = KEYS[list].safeParse(key)
  if (name !== list || !result.success) throw refused()
  return result.data as Key<Name>
}

function parseArray(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** @throws {BadInputError} */
export function checkLimit(limit: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= PAGE_ITEMS_MAX) return limit
  throw new BadInputError(`The limit must be a whole number from 1 to ${PAGE_ITEMS_MAX}.`)
}

/**
 * @param rows one more than `limit` where there is a next page: tells so without a count.
 * @param keyOf cursor of a row.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => string,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(toItem), next: rows.length > limit && last !== undefined ? keyOf(last) : null }
}
