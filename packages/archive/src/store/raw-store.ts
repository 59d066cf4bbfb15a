/** Bytes as a store keeps them: compressed where that saves room. */
export type StoredBytes = {
  readonly coding: 'identity' | 'zstd'
  readonly data: Buffer
  /** Before compression. */
  readonly bytes: number
  readonly mediaType: string
}

/**
 * Where raw bytes live: Postgres, a folder, S3. A store neither hashes nor compresses.
 *
 * Keys are sha256 in hexadecimal. Writing what is there already changes nothing; a write is either whole or not there.
 */
export type RawStore = {
  write(sha256: string, stored: StoredBytes): Promise<void>
  read(sha256: string): Promise<Pick<StoredBytes, 'coding' | 'data'> | null>
  has(sha256: string): Promise<boolean>
  remove(sha256: string): Promise<void>
}
