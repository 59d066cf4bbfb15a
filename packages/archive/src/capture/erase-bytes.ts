import type { Database } from '@dateline/database'
import type { Archive } from '../archive.ts'

/**
 * Takes bytes and every capture of them away for good: for lawful erasure. Backups are the operator's part. Twice is harmless.
 */
export async function eraseBytes(
  { database, archive }: { readonly database: Pick<Database, 'pool'>; readonly archive: Archive },
  sha256: string,
): Promise<void> {
  await archive.remove(sha256) // checks the key
  await database.pool.query('delete from archive.capture where raw_sha256 = $1', [Buffer.from(sha256, 'hex')])
}
