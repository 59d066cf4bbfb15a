import { type ArchivedBodies, type Database, listArchivedBodies } from '@dateline/database'
import { sql } from 'kysely'
import pg from 'pg'
import { hashContent, hashLeaf } from './leaf.ts'
import { createTreeEdge, rootOf, type TreeEdge } from './merkle.ts'
import { isNoteOf, readSignedHead } from './signed-head.ts'
import { KEPT_HEIGHTS, ROW_HASHES } from './tree-reader.ts'
import { WITHDRAWAL } from './withdraw.ts'

/** What is wrong, and where. */
export type Problem = { readonly position: number; readonly what: string }

export type Verification = {
  /** First position that is there: above 1 where older partitions were archived. */
  readonly from: number
  /** Events that were looked at. */
  readonly events: number
  /** Of these, lawfully erased: their place and hash were checked, their body is gone. */
  readonly withdrawn: number
  /** Of these, with a body in an archive file: their place and hash were checked, the file is checked by `log check`. */
  readonly archived: number
  /** Over all events, in hex: equal on every true copy of this log. */
  readonly root: string
  /** How many signed heads the log was compared with. */
  readonly signedHeads: number
  /** By position; empty: every byte is as it was recorded. At most PROBLEMS_MAX. */
  readonly problems: readonly Problem[]
}

export type VerifyOptions = {
  /** Whose signed heads to believe; left out: signatures are not checked. */
  readonly trusted?: { readonly origin: string; readonly publicKey: Buffer }
  /**
   * Last position of the partitions that were archived on purpose: the kept tree stands for their events. Default 0; whoever
   * does not say so is told that they are missing.
   */
  readonly archivedThrough?: number
  /** Told after each page. */
  readonly onProgress?: (events: number) => void
  readonly signal?: AbortSignal
}

const PROBLEMS_MAX = 100
const PAGE_EVENTS = 8 * ROW_HASHES
const PAGES_AHEAD = 3

/**
 * Computes everything anew from the stored bytes: bodies, leaves, tree, signed heads, order and versions.
 *
 * One changed byte anywhere, by whoever may write to the files, is found and named by position. Only somebody who rewrites the
 * log, the tree and holds the signing key could hide a change, and then only from those who kept no older head.
 */
export async function verifyLog(database: Database, options: VerifyOptions = {}): Promise<Verification> {
  const problems: Problem[] = []
  const report = (position: number, what: string) =>
    void (problems.length < PROBLEMS_MAX && problems.push({ position, what }))
  const heads = await readHeads(database)
  const edge = createTreeEdge()
  const outside = await listArchivedBodies(database)
  const archived = await pushArchived(database, edge, options.archivedThrough ?? 0, report)
  const last = await readLast(database)
  let block: Buffer[] = []
  let [withdrawn, bodiesArchived, lastMs, head] = [0, 0, 0, heads.findIndex(({ size }) => size > archived)]
  if (head === -1) head = heads.length
  const headsBefore = head
  for await (const { rows, blocks } of readPages(database, archived, last)) {
    options.signal?.throwIfAborted()
    for (const row of rows) {
      if (row.position !== edge.size() + 1) {
        report(edge.size() + 1, `missing: the next event is ${row.position}`)
        const events = edge.size() - archived
        return {
          from: archived + 1,
          events,
          withdrawn,
          archived: bodiesArchived,
          root: '',
          signedHeads: head,
          problems,
        }
      }
      if (row.recordedMs < lastMs) report(row.position, 'recorded earlier than the event before it')
      lastMs = row.recordedMs
      const isArchived = row.bodyHolds === null && !row.isErased && isWithin(outside, row.position)
      if (isArchived) bodiesArchived++
      else if (row.bodyHolds === null) withdrawn++
      const leaf = checkEvent(row, isArchived, report)
      edge.push(leaf)
      block.push(leaf)
      if (block.length === ROW_HASHES) {
        const kept = blocks.get(row.position / ROW_HASHES - 1)
        if (kept !== undefined && !kept.equals(rootOf(block))) {
          report(
            row.position,
            `positions ${row.position - ROW_HASHES + 1} to ${row.position} are not those that were sealed`,
          )
        }
        block = []
      }
      if (heads[head]?.size === row.position) checkHead(heads[head++]!, edge.root(), options.trusted, report)
    }
    options.onProgress?.(edge.size() - archived)
  }
  const end = edge.size()
  await checkAround(database, archived, end, report)
  await checkErasures(database, archived, report)
  // A head is signed when all whole subtrees below it are kept.
  await checkSubtrees(database, { sealed: Math.min(heads.at(-1)?.size ?? 0, end), end }, report)
  for (const missing of heads.slice(head))
    report(end, `the log ends here, but its tree was signed at ${missing.size} events`)
  problems.sort((one, other) => one.position - other.position)
  const root = edge.root().toString('hex')
  const signedHeads = head - headsBefore
  return {
    from: archived + 1,
    events: end - archived,
    withdrawn,
    archived: bodiesArchived,
    root,
    signedHeads,
    problems,
  }
}

async function readLast({ db }: Database): Promise<number> {
  const newest = await db
    .selectFrom('log.event')
    .select('position')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.position ?? 0
}

/**
 * Puts the kept subtrees in place of the events of partitions that were archived. That these are true ones shows at the next
 * signed head.
 *
 * @returns how many events were archived.
 */
async function pushArchived({ db }: Database, edge: TreeEdge, through: number, report: Report): Promise<number> {
  for (const height of [...KEPT_HEIGHTS].reverse()) {
    while (edge.size() + 2 ** height <= through) {
      const index = edge.size() / 2 ** height
      const kept = db.selectFrom('log.subtree').select('sha256').where('height', '=', height).where('index', '=', index)
      const subtree = await kept.executeTakeFirst()
      if (subtree === undefined) {
        report(edge.size() + 1, 'archived, and its part of the tree was not kept')
        return edge.size()
      }
      edge.push(subtree.sha256, height)
    }
  }
  return edge.size()
}

function isWithin(ranges: readonly ArchivedBodies[], position: number): boolean {
  return ranges.some(({ firstPosition, lastPosition }) => position >= firstPosition && position <= lastPosition)
}

type Report = (position: number, what: string) => void

/** @returns the leaf of the event as it stands there now. */
function checkEvent(row: Row, isArchived: boolean, report: Report): Buffer {
  if (row.bodyHolds === null) {
    if (!row.isErased && !isArchived) report(row.position, 'its body is missing, and no event tells of a withdrawal')
  } else if (!row.bodyHolds) report(row.position, 'its body is not the one that was recorded')
  const { stream, type, schemaVersion, eventId, recordedMs, occurredMs, cause, bodySha256 } = row
  if (Number.isNaN(recordedMs) || Number.isNaN(occurredMs)) {
    report(row.position, 'its time is finer than a millisecond')
    return Buffer.from(row.leafSha256, 'hex')
  }
  const occurredAt = occurredMs === null ? null : new Date(occurredMs).toISOString()
  const content = hashContent({ stream, type, schemaVersion, eventId, occurredAt, cause, bodySha256 })
  const leaf = hashLeaf(row.position, row.version, recordedMs, content)
  if (leaf.toString('hex') !== row.leafSha256) report(row.position, 'its header is not the one that was recorded')
  return leaf
}

type Head = { readonly size: number; readonly sha256: Buffer; readonly signed_at: Date; readonly note: string }

async function readHeads({ db }: Database): Promise<Head[]> {
  return await db.selectFrom('log.tree_head').selectAll().orderBy('size').execute()
}

function checkHead(head: Head, root: Buffer, trusted: VerifyOptions['trusted'], report: Report): void {
  if (!head.sha256.equals(root)) report(head.size, `the first ${head.size} events are not those whose tree was sealed`)
  if (trusted === undefined) return
  const signed = readSignedHead(head.note, trusted.origin, trusted.publicKey)
  if (signed === null)
    report(head.size, `the head over ${head.size} events is not signed by the key of ${trusted.origin}`)
  else if (signed.size !== head.size || !signed.root.equals(root)) {
    report(head.size, `the first ${head.size} events are not those that were signed`)
  } else if (!isNoteOf(head.note, trusted.origin, { ...signed, signedAt: head.signed_at.toISOString() })) {
    report(head.size, `the note of the head over ${head.size} events, or the time beside it, is not as it was signed`)
  }
}

/** Where the log ends at the moment of a statement: it may have grown since its events were read. */
const endNow = (end: number) => sql`greatest(${end}::bigint, (select max(position) from log.event))`

/** What stands beside the events: the head, the streams' versions, what is said of archived bodies. */
async function checkAround({ db }: Database, archived: number, end: number, report: Report): Promise<void> {
  const { rows } = await sql<{ position: number; what: string }>`
    select position, 'the head says ' || position || ' events' as what from log.head where position <> ${endNow(end)}
    union all
    select h.position, 'the head was not moved when this was recorded' from log.head h join log.event e on e.position = h.position
     where e.recorded_at <> h.recorded_at
    union all
    select coalesce(e.last, s.last_position), 'the versions of ' || coalesce(e.stream, s.stream) || ' are not 1, 2, 3…'
      from (select stream, min(version) as first, max(version) as version, count(*) as count, min(position) as start,
                   max(position) as last from log.event group by stream) e
      full join (select * from log.stream where last_position > ${archived}) s on s.stream = e.stream
     where (e.version, e.last) is distinct from (s.version, s.last_position) or e.version - e.first + 1 <> e.count
        or (s.first_position > ${archived} and (e.first, e.start) is distinct from (1, s.first_position))
    union all
    select a.first_position, 'the bodies of events ' || a.first_position || ' to ' || a.last_position
             || ' are said to be archived, and some are there, or others are missing too'
      from log.archived_bodies a
     where a.bodies <> (select count(*) from log.event e where e.position between a.first_position and a.last_position
                           and e.data is null and not exists (select from log.erasure x where x.position = e.position))
        or exists (select from log.event e where e.position between a.first_position and a.last_position and e.data is not null)
    limit ${PROBLEMS_MAX}`.execute(db)
  for (const { position, what } of rows) report(position, what)
}

/** A body may be missing by law only: an event that tells of a withdrawal stands later in its stream, or names its position. */
async function checkErasures({ db }: Database, archived: number, report: Report): Promise<void> {
  const { rows } = await sql<{ position: number; what: string }>`
    select x.position, 'its body was erased and is there' as what
      from log.erasure x join log.event e on e.position = x.position
     where e.data is not null or e.salt is not null
    union all
    select x.position, 'its body was erased, and event ' || x.told_in || ' does not tell of that'
      from log.erasure x
      left join log.event e on e.position = x.position
      left join log.event t on t.position = x.told_in and t.type = ${WITHDRAWAL}
     where x.told_in > ${archived}
       and (t.position is null or t.stream <> e.stream and t.data is not null
            and t.data !~ ('"alsoErased":\\[([0-9]+,)*' || x.position || '[],]'))
    limit ${PROBLEMS_MAX}`.execute(db)
  for (const { position, what } of rows) report(position, what)
}

/** That none is missing or too much; and those of 2^16 and 2^24 leaves from those below, which were compared with the leaves. */
async function checkSubtrees(
  { db }: Database,
  { sealed, end }: { readonly sealed: number; readonly end: number },
  report: Report,
): Promise<void> {
  const { rows } = await sql<{ index: number; height: number }>`
    select i.index, h.height from unnest(${[...KEPT_HEIGHTS]}::int[]) as h (height)
     cross join lateral generate_series(0, ${sealed}::bigint / (1 << h.height) - 1) as i (index)
     where not exists (select from log.subtree s where s.height = h.height and s.index = i.index)
    union all
    select s.index, s.height from log.subtree s where (s.index + 1) * (1 << s.height) > ${endNow(end)}
    order by 2, 1 limit ${PROBLEMS_MAX}`.execute(db)
  for (const { index, height } of rows) {
    const last = (index + 1) * 2 ** height
    const what = last > end ? 'is of events after the end of the log' : 'is missing'
    report(Math.min(last, end), `the kept subtree ${index} of height ${height} ${what}`)
  }
  for (const height of [16, 24]) {
    const below = db
      .selectFrom('log.subtree')
      .select(['index', 'sha256'])
      .where('height', '=', height - 8)
    const uppers = await db.selectFrom('log.subtree').select(['index', 'sha256']).where('height', '=', height).execute()
    for (const upper of uppers) {
      const first = upper.index * ROW_HASHES
      const within = below.where('index', '>=', first).where('index', '<', first + ROW_HASHES)
      const hashes = await within.orderBy('index').execute()
      if (hashes.length === ROW_HASHES && rootOf(hashes.map(({ sha256 }) => sha256)).equals(upper.sha256)) continue
      report((upper.index + 1) * 2 ** height, `the kept subtree ${upper.index} of height ${height} is wrong`)
    }
  }
}

/** Hashes in hex, as they come. */
type Row = {
  readonly position: number
  readonly stream: string
  readonly version: number
  readonly schemaVersion: number
  readonly type: string
  readonly eventId: string
  readonly recordedMs: number
  readonly occurredMs: number | null
  readonly cause: string | null
  readonly bodySha256: string
  readonly leafSha256: string
  /** Whether body and salt have this hash; null: they are not there. */
  readonly bodyHolds: boolean | null
  /** Whether an event tells of its withdrawal. */
  readonly isErased: boolean
}

/** Bodies are hashed where they lie: carrying them here would take most of the time. */
const PAGE = `
  select e.position, e.stream, e.version, e.schema_version as "schemaVersion", e.type, e.event_id as "eventId",
         e.recorded_at as "recordedMs", e.occurred_at as "occurredMs", e.cause, e.body_sha256 as "bodySha256",
         e.leaf_sha256 as "leafSha256", sha256(e.salt || convert_to(e.data, 'UTF8')) = e.body_sha256 as "bodyHolds",
         e.data is null and exists (select from log.erasure x where x.position = e.position) as "isErased"
    from log.event e
   where e.position > $1 and e.position <= $2 order by e.position`

type Page = {
  readonly rows: readonly Row[]
  /** Kept roots of the blocks of 256 leaves that end here, by number. */
  readonly blocks: ReadonlyMap<number, Buffer>
}

/** Whole blocks, in order; the next pages travel while one is hashed. */
async function* readPages(database: Database, after: number, last: number): AsyncGenerator<Page> {
  const pages: Promise<Page>[] = []
  for (let next = after; next < last || pages.length > 0; ) {
    for (; next < last && pages.length < PAGES_AHEAD; next += PAGE_EVENTS) {
      const page = readPage(database, next)
      page.catch(() => {}) // told when its turn comes
      pages.push(page)
    }
    yield await pages.shift()!
  }
}

async function readPage({ db, pool }: Database, after: number): Promise<Page> {
  const [{ rows }, subtrees] = await Promise.all([
    pool.query<Row>({ name: 'log.verify', text: PAGE, values: [after, after + PAGE_EVENTS], types }),
    db
      .selectFrom('log.subtree')
      .select(['index', 'sha256'])
      .where('height', '=', 8)
      .where('index', '>=', after / ROW_HASHES)
      .where('index', '<', (after + PAGE_EVENTS) / ROW_HASHES)
      .execute(),
  ])
  return { rows, blocks: new Map(subtrees.map(({ index, sha256 }) => [index, sha256])) }
}

const TYPE_BYTEA = 17
const TYPE_INT8 = 20
const TYPE_TIMESTAMPTZ = 1184
const HEX_START = '\\x'.length
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === TYPE_INT8) return Number
    if (oid === TYPE_BYTEA) return (text: string) => text.slice(HEX_START)
    if (oid === TYPE_TIMESTAMPTZ) return toMilliseconds
    return pg.types.getTypeParser(oid, format as 'text')
  },
} as pg.CustomTypesConfig

/** NaN where there is more than milliseconds: nothing of ours has written that. */
function toMilliseconds(text: string): number {
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? ''
  return fraction.length > 3 ? Number.NaN : Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
}
