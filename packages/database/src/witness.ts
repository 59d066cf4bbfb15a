import type { Database } from './open-database.ts'

/** An event that is known to be on disk. Its leaf is a hash over its place, its time and all it says. */
export type Witness = { readonly position: number /** In hex. */; readonly leafSha256: string }

const newest = new WeakMap<Database['pool'], Witness>()

/** Kept if it is further on than the one that is known. */
export function rememberWitness(pool: Database['pool'], witness: Witness): void {
  if (witness.position > (newest.get(pool)?.position ?? 0)) newest.set(pool, witness)
}

/** The last event that this process has recorded or seen, which must be there as long as the log is; null: none yet. */
export function witnessOf(pool: Database['pool']): Witness | null {
  return newest.get(pool) ?? null
}
