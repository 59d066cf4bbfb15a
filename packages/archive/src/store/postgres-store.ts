import type { Database } from '@dateline/database'
import type { RawStore, StoredBytes } from './raw-store.ts'

/** Bytes in table archive.raw: in the same backup as the log, and the default up to some hundred gigabytes. */
export function postgresStore({ pool }: Pick<Database, 'pool'>): RawStore {
  const key = (sha256: string) => Buffer.from(sha256, 'hex')
  return {
    async write(sha256, { coding, data, bytes, mediaType }) {
      await pool.query({
        name: 'archive-write',
        text: `insert into archive.raw (sha256, bytes, media_type, coding, data) values ($1, $2, $3, $4, $5)
               on conflict do nothing`,
        values: [key(sha256), bytes, mediaType, coding, data],
      })
    },

    async read(sha256) {
      const { rows } = await pool.query<Pick<StoredBytes, 'coding' | 'data'>>({
        name: 'archive-read',
        text: 'select coding, data from archive.raw where sha256 = $1',
        values: [key(sha256)],
      })
      return rows[0] ?? null
    },

    async has(sha256) {
      const text = 'select from archive.raw where sha256 = $1'
      const { rowCount } = await pool.query({ name: 'archive-has', text, values: [key(sha256)] })
      return rowCount === 1
    },

    async remove(sha256) {
      await pool.query('delete from archive.raw where sha256 = $1', [key(sha256)])
    },
  }
}
