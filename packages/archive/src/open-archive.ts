import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { Database } from '@dateline/database'
import { BadInputError } from '@dateline/domain'
import type { Archive } from './archive.ts'
import { ArchiveDamagedError } from './archive-damaged-error.ts'
import { postgresStore } from './store/postgres-store.ts'
import type { RawStore, StoredBytes } from './store/raw-store.ts'

const zstdCompress = promisify<Buffer, zlib.ZstdOptions, Buffer>(zlib.zstdCompress)
const zstdDecompress = promisify<Buffer, zlib.ZstdOptions, Buffer>(zlib.zstdDecompress)

/** zstd's own default: higher levels cost several times as much for some per cent. */
const ZSTD_LEVEL = 3

/** Below this a frame's own bytes eat what it saves. */
const COMPRESS_BYTES_MIN = 128

/** Postgres takes 1 GiB in one value; nothing that is fetched or imported comes near. */
const BYTES_MAX = 256 * 1024 * 1024

/** The archive in its default place, Postgres. */
export function openArchive(database: Pick<Database, 'pool'>): Archive {
  return openArchiveIn(postgresStore(database))
}

/** The archive in any store. */
export function openArchiveIn(store: RawStore): Archive {
  return {
    async put(bytes, { mediaType }) {
      if (bytes.length > BYTES_MAX)
        throw new BadInputError(`${bytes.length} bytes are more than the archive takes at once.`)
      const sha256 = sha256Of(bytes)
      // Most of what comes again is a page that has not changed: looking is cheaper than compressing.
      if (!(await store.has(sha256))) await store.write(sha256, await compressed(bytes, mediaType))
      return sha256
    },

    async get(sha256) {
      const stored = await store.read(checkedKey(sha256))
      if (stored === null) return null
      const bytes = await decompressed(stored, sha256)
      if (sha256Of(bytes) !== sha256) throw new ArchiveDamagedError(sha256, 'another sha256')
      return bytes
    },

    has: (sha256) => store.has(checkedKey(sha256)),
    remove: (sha256) => store.remove(checkedKey(sha256)),
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Keys become file names: nothing but a sha256 may. */
function checkedKey(sha256: string): string {
  if (/^[0-9a-f]{64}$/.test(sha256)) return sha256
  throw new BadInputError(`"${sha256.slice(0, 80)}" is not a sha256 of 64 hexadecimal digits.`)
}

async function compressed(bytes: Uint8Array, mediaType: string): Promise<StoredBytes> {
  const original = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const identity = { coding: 'identity' as const, data: original, bytes: original.length, mediaType }
  if (original.length < COMPRESS_BYTES_MIN) return identity
  const params = { [zlib.constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL, [zlib.constants.ZSTD_c_checksumFlag]: 1 }
  const data = await zstdCompress(original, { params })
  return data.length < original.length ? { ...identity, coding: 'zstd', data } : identity
}

async function decompressed({ coding, data }: Pick<StoredBytes, 'coding' | 'data'>, sha256: string): Promise<Buffer> {
  if (coding === 'identity') return data
  try {
    return await zstdDecompress(data, { maxOutputLength: BYTES_MAX })
  } catch (cause) {
    throw new ArchiveDamagedError(sha256, 'not a zstd frame', { cause })
  }
}
