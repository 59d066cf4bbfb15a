import type { Database } from '@dateline/database'
import { InvalidEventError, NotInLogError } from './log-errors.ts'
import { consistencyPath, inclusionPath } from './merkle.ts'
import { latestSignedHead } from './seal.ts'
import type { Signer } from './signed-head.ts'
import { createTreeReader } from './tree-reader.ts'

/** One event with all that was hashed of it, and the way from it to the root. Hashes in hex. */
export type EventProof = {
  readonly position: number
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly schemaVersion: number
  readonly eventId: string
  readonly recordedAt: string
  readonly occurredAt: string | null
  readonly cause: string | null
  /** JSON text exactly as hashed, and its salt; both null where the event was lawfully erased: only its hash is left. */
  readonly body: string | null
  readonly salt: string | null
  readonly bodySha256: string
  /** Lowest first. */
  readonly path: readonly string[]
}

/** Everything a third party needs, besides the public key from a source it trusts. Checked by verify-proof.mjs. */
export type ProofFile = {
  readonly format: 'dateline-proof/1'
  readonly origin: string
  /** Base64 of the 32 bytes of the Ed25519 key. */
  readonly publicKey: string
  /** The signed checkpoint. */
  readonly treeHead: string
  readonly events: readonly EventProof[]
  /** Where an older checkpoint was named: that this one continues it. */
  readonly consistency?: { readonly olderSize: number; readonly path: readonly string[] }
}

export const PROOF_EVENTS_MAX = 10_000

/**
 * Proves one stream's history, or single events, under the newest signed head.
 *
 * @param what.olderSize also proves that the head continues an older one over so many events.
 * @throws {NotInLogError} nothing is sealed yet, or no such stream or event. {InvalidEventError} no such older tree.
 */
export async function proveEvents(
  database: Pick<Database, 'db'>,
  signer: Pick<Signer, 'origin' | 'publicKey'>,
  what: { readonly stream: string } | { readonly positions: readonly number[] },
  olderSize?: number,
): Promise<ProofFile> {
  // One transaction, so that events and tree are of one moment.
  return await database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (db) => {
      const head = await latestSignedHead({ db })
      if (head === null) throw new NotInLogError('The log has no signed tree head yet.')
      const rangeRoot = createTreeReader({ db })
      const rows = await readRows(db, what, head.size)
      const events: EventProof[] = []
      for (const row of rows) {
        const path = await inclusionPath(rangeRoot, row.position - 1, head.size)
        events.push({ ...row, path: path.map(toHex) })
      }
      const { origin, publicKey } = signer
      const file = {
        format: 'dateline-proof/1',
        origin,
        publicKey: publicKey.toString('base64'),
        treeHead: head.note,
        events,
      } as const
      if (olderSize === undefined) return file
      if (!(olderSize > 0 && olderSize <= head.size)) {
        throw new InvalidEventError(
          'Proof',
          `there is no signed tree over ${olderSize} events: the newest has ${head.size}`,
        )
      }
      const path = await consistencyPath(rangeRoot, olderSize, head.size)
      return { ...file, consistency: { olderSize, path: path.map(toHex) } }
    })
}

async function readRows(
  db: Database['db'],
  what: { readonly stream: string } | { readonly positions: readonly number[] },
  size: number,
): Promise<HashedEvent[]> {
  const rows = await selectHashed(db)
    .where('e.position', '<=', size)
    .$if('stream' in what, (query) => query.where('e.stream', '=', 'stream' in what ? what.stream : ''))
    .$if('positions' in what, (query) =>
      query.where('e.position', 'in', 'positions' in what ? [...what.positions] : []),
    )
    .orderBy('e.position')
    .limit(PROOF_EVENTS_MAX + 1)
    .execute()
  const name = 'stream' in what ? what.stream : `positions ${what.positions.slice(0, 5).join(', ')}`
  if (rows.length === 0) throw new NotInLogError(`There is no event of ${name} under the newest signed head.`)
  if (rows.length > PROOF_EVENTS_MAX)
    throw new InvalidEventError('Proof', `${name}: more than ${PROOF_EVENTS_MAX} events`)
  return rows.map(toHashed)
}

export type HashedEvent = Omit<EventProof, 'path'>

/** Everything of the events after a position, in order, that is hashed. */
export async function readHashed({ db }: Pick<Database, 'db'>, after: number, limit: number): Promise<HashedEvent[]> {
  const rows = await selectHashed(db)
    .where('e.position', '>', after)
    .where('e.position', '<=', after + limit)
    .orderBy('e.position')
    .execute()
  return rows.map(toHashed)
}

function toHashed(row: Awaited<ReturnType<ReturnType<typeof selectHashed>['execute']>>[number]): HashedEvent {
  return {
    position: row.position,
    stream: row.stream,
    version: row.version,
    type: row.type,
    schemaVersion: row.schema_version,
    eventId: row.event_id,
    recordedAt: row.recorded_at.toISOString(),
    occurredAt: row.occurred_at?.toISOString() ?? null,
    cause: row.cause,
    body: row.data,
    salt: row.salt === null ? null : toHex(row.salt),
    bodySha256: toHex(row.body_sha256),
  }
}

/** Everything of an event that is hashed. */
function selectHashed(db: Database['db']) {
  return db
    .selectFrom('log.event as e')
    .select(['e.position', 'e.stream', 'e.version', 'e.schema_version', 'e.type', 'e.event_id', 'e.recorded_at'])
    .select(['e.occurred_at', 'e.cause', 'e.body_sha256', 'e.salt', 'e.data'])
}

function toHex(bytes: Buffer): string {
  return bytes.toString('hex')
}
