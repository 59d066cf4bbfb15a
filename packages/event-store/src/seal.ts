import type { Database } from '@dateline/database'
import { sql } from 'kysely'
import { rootOf } from './merkle.ts'
import { headPosition } from './read.ts'
import type { Signer, TreeHead } from './signed-head.ts'
import { createTreeReader, KEPT_HEIGHTS, ROW_HASHES } from './tree-reader.ts'

/** Any number that nothing else uses for its advisory lock: one sealer at a time. */
const SEAL_LOCK = 4_871_105_303
/** Blocks of 256 leaves read at once: 16,384 hashes. */
const BLOCKS_PER_READ = 64

export type Sealed = TreeHead & { readonly note: string }

/**
 * Keeps the tree up with the log, and signs its head if it has grown since the last one.
 *
 * The tree needs no part in the append: the leaves are there, and this runs some moments behind. Running it twice, from two
 * processes, or not for a while is harmless.
 *
 * @param now time of the signature, ISO 8601 in UTC.
 * @returns the newest signed head, or null while the log is empty.
 */
export async function seal(database: Pick<Database, 'db'>, signer: Signer, now: string): Promise<Sealed | null> {
  return await database.db.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${SEAL_LOCK})`.execute(db)
    for (const [level, height] of KEPT_HEIGHTS.entries()) await keepSubtrees({ db }, level, height)
    const newest = await latestSignedHead({ db })
    const size = await headPosition({ db })
    if (size === 0 || newest?.size === size) return newest
    const root = await createTreeReader({ db })(0, size)
    const head = { size, root, signedAt: new Date(now).toISOString() }
    const note = signer.sign(head)
    await db.insertInto('log.tree_head').values({ size, sha256: root, signed_at: head.signedAt, note }).execute()
    return { ...head, note }
  })
}

/** Adds the subtrees of one height that have become whole. */
async function keepSubtrees({ db }: Pick<Database, 'db'>, level: number, height: number): Promise<void> {
  const kept = await db
    .selectFrom('log.subtree')
    .select(({ fn }) => fn.max('index').as('index'))
    .where('height', '=', height)
    .executeTakeFirst()
  for (let next = (kept?.index ?? -1) + 1; ; next += BLOCKS_PER_READ) {
    const below = await readBelow({ db }, level, next * ROW_HASHES)
    const whole = Math.floor(below.length / ROW_HASHES)
    if (whole === 0) return
    const subtrees = Array.from({ length: whole }, (_, block) => ({
      height,
      index: next + block,
      sha256: rootOf(below.slice(block * ROW_HASHES, (block + 1) * ROW_HASHES)),
    }))
    await db.insertInto('log.subtree').values(subtrees).execute()
    if (whole < BLOCKS_PER_READ) return
  }
}

async function readBelow({ db }: Pick<Database, 'db'>, level: number, first: number): Promise<Buffer[]> {
  const limit = ROW_HASHES * BLOCKS_PER_READ
  if (level === 0) {
    const leaves = db.selectFrom('log.event').select('leaf_sha256 as sha256').where('position', '>', first)
    return hashesOf(await leaves.orderBy('position').limit(limit).execute())
  }
  const subtrees = db
    .selectFrom('log.subtree')
    .select('sha256')
    .where('height', '=', KEPT_HEIGHTS[level - 1]!)
  return hashesOf(await subtrees.where('index', '>=', first).orderBy('index').limit(limit).execute())
}

function hashesOf(rows: readonly { sha256: Buffer }[]): Buffer[] {
  return rows.map(({ sha256 }) => sha256)
}

/** The newest head that was signed; null before the first. */
export async function latestSignedHead({ db }: Pick<Database, 'db'>): Promise<Sealed | null> {
  const newest = await db.selectFrom('log.tree_head').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst()
  if (newest === undefined) return null
  return { size: newest.size, root: newest.sha256, signedAt: newest.signed_at.toISOString(), note: newest.note }
}
