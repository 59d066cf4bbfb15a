import { sha256Hex } from '@dateline/domain'
import { clip, PARAGRAPH_CHARS_MAX } from '../field-value.ts'
import type { Projection, Table, ViewEvent } from '../projection.ts'

/** A row of `views.listing`: a URL that a source lists. */
export type ListingRow = {
  /** `<source>/<article id>`, or `<source>/<sha256 of the refused address>`. */
  readonly listing_id: string
  readonly source_id: string
  readonly article_id: string | null
  /** Only of what was refused: an article has its own. */
  readonly url: string | null
  readonly refused: string | null
  readonly listed_at: string
}

const listingTable = {
  name: 'listing',
  primaryKey: ['listing_id'],
  columns: {
    listing_id: 'text',
    source_id: 'text',
    article_id: 'text',
    url: 'text',
    refused: 'text',
    listed_at: 'timestamptz',
  },
} as const satisfies Table & { columns: Record<keyof ListingRow, string> }

export const listingProjection: Projection<ListingRow> = {
  name: 'listing',
  version: 1,
  types: ['UrlsListed'],
  table: listingTable,
  key: 'listing_id',
  keysOf: (event) => [...rowsOf(event).keys()],
  // A source lists a URL for the first time once.
  evolve: (row, event, key) => row ?? rowsOf(event).get(key) ?? null,
}

/** Of the event in hand: its keys are asked for one by one. Not by its id, which a log in another database may have as well. */
const readRows = new WeakMap<ViewEvent, ReadonlyMap<string, ListingRow>>()

function rowsOf(event: ViewEvent): ReadonlyMap<string, ListingRow> {
  let rows = readRows.get(event)
  if (rows === undefined) {
    rows = read(event)
    readRows.set(event, rows)
  }
  return rows
}

function read(event: ViewEvent): ReadonlyMap<string, ListingRow> {
  const rows = new Map<string, ListingRow>()
  if (event.type !== 'UrlsListed' || event.data === null) return rows
  const { sourceId: source_id, articleIds, refused } = event.data
  const add = (key: string, row: Pick<ListingRow, 'article_id' | 'url' | 'refused'>) => {
    const listing_id = `${source_id}/${key}`
    rows.set(listing_id, { listing_id, source_id, ...row, listed_at: event.recordedAt })
  }
  for (const article_id of articleIds) add(article_id, { article_id, url: null, refused: null })
  for (const { url, reason } of refused) {
    add(sha256Hex(url), { article_id: null, url: clip(url, PARAGRAPH_CHARS_MAX), refused: reason })
  }
  return rows
}
