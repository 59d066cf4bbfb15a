import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@dateline/database'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type ReadEvent, readArchivedEvents, type WrittenArchive } from './body-archive.ts'
import { InvalidEventError } from './log-errors.ts'
import type { Partition } from './partitions.ts'

/** Whoever waits for the lock makes all appends and readers wait behind it: better to let go and try again. */
const LOCK_TIMEOUT_MS = 2_000
const LOCK_ATTEMPTS_MAX = 30
const LOCK_PAUSE_MS = 1_000
const LOCK_NOT_AVAILABLE = '55P03'

/** A partition as it is to be, from its archive file. */
export type Replacement = {
  readonly path: string
  readonly hasBodies: boolean
  /** Changes what is said of the partition, while nobody can read or write the log: may throw, and nothing has happened. */
  readonly record: (written: WrittenArchive) => Promise<void>
}

/**
 * One replacement at a time, from before the first look at what is to be replaced: a second one would write over the file in which
 * the first has put the bodies.
 *
 * @param work is given a connection that holds the lock, and nothing else.
 * @throws {InvalidEventError} another is going on.
 */
export async function replacingAlone<Result>(
  { pool }: Pick<Database, 'pool'>,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ is_free: boolean }>('select pg_try_advisory_lock(4871105303) as is_free')
    if (!rows[0]!.is_free)
      throw new InvalidEventError('Log', 'another "log detach" or "log attach" is at work: wait for it')
    return await work(client)
  } finally {
    await client.query('select pg_advisory_unlock_all()').then(
      () => client.release(),
      () => client.release(true),
    )
  }
}

/**
 * Makes a partition of the log anew, with bodies or without, and puts it in the place of the old one. It is filled aside: appends
 * and readers wait for the moment of the exchange only. All of it is one transaction, so wherever it ends, nothing is left behind.
 *
 * @param client of `replacingAlone`.
 * @throws {InvalidEventError} naming what is wrong with the file.
 */
export async function replacePartition(
  client: PoolClient,
  partition: Partition,
  replacement: Replacement,
): Promise<WrittenArchive> {
  await client.query('begin')
  try {
    const written = await fillAside(client, partition, replacement)
    await exchange(client, partition, () => replacement.record(written))
    await client.query('commit')
    return written
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

const ASIDE = 'event_aside'

/**
 * Rows come in frozen, which every transaction sees. One that has begun before would find the partition empty otherwise, and a
 * reader of the log pass over its events.
 */
async function fillAside(
  client: PoolClient,
  { firstPosition, lastPosition }: Partition,
  { path, hasBodies }: Replacement,
): Promise<WrittenArchive> {
  await client.query(`select log.create_aside('${ASIDE}')`)
  // From which the server knows, without a look at the rows, that they belong there.
  await client.query(
    `alter table log.${ASIDE} add check (position >= ${firstPosition} and position <= ${lastPosition})`,
  )
  let written: WrittenArchive | null = null
  async function* rows() {
    const events = readArchivedEvents(path)
    for (;;) {
      const next = await events.next()
      if (!next.done) yield toRow(next.value, hasBodies)
      else {
        written = next.value
        return
      }
    }
  }
  await pipeline(Readable.from(rows()), client.query(copyFrom(`copy log.${ASIDE} (${COLUMNS}) from stdin (freeze)`)))
  await client.query(`analyze log.${ASIDE}`)
  return written!
}

const COLUMNS =
  'position, stream, version, schema_version, type, event_id, recorded_at, occurred_at, cause, body_sha256, leaf_sha256, salt, data'

/** A line of https://www.postgresql.org/docs/18/sql-copy.html, text format. */
function toRow(event: ReadEvent, hasBody: boolean): string {
  const { position, stream, version, schemaVersion, type, eventId, recordedAt, occurredAt, cause } = event
  const [salt, body] = hasBody ? [event.salt, event.body] : [null, null]
  const header = [position, stream, version, schemaVersion, type, eventId, recordedAt, occurredAt, cause]
  const hashes = [`\\x${event.bodySha256}`, `\\x${event.leaf.toString('hex')}`]
  const values = [...header, ...hashes, salt === null ? null : `\\x${salt}`, body]
  return `${values.map((value) => (value === null ? '\\N' : escapeField(String(value)))).join('\t')}\n`
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escapeField(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]!)
}

async function exchange(client: PoolClient, partition: Partition, record: () => Promise<void>): Promise<void> {
  const { number, firstPosition, lastPosition } = partition
  const name = `event_p${String(number).padStart(5, '0')}`
  await client.query(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`)
  for (let attempt = 1; ; attempt++) {
    await client.query('savepoint exchange')
    try {
      await client.query(`alter table log.event detach partition log.${name}`)
      await record()
      await client.query(`drop table log.${name}`)
      await client.query(`alter table log.${ASIDE} rename to ${name}`)
      await client.query(`alter table log.event attach partition log.${name}
        for values from (${firstPosition}) to (${lastPosition + 1})`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error
      if (attempt === LOCK_ATTEMPTS_MAX) {
        throw new InvalidEventError(
          `Partition ${number}`,
          'a long transaction holds the log: try again when it has ended',
        )
      }
      await client.query('rollback to savepoint exchange')
      await sleep(LOCK_PAUSE_MS)
    }
  }
}
