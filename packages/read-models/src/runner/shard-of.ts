const LAST_DIGITS = 2

/**
 * Which shard folds a key: the same in every process. An article goes by the last digits of its id, as in the SQL that reads
 * the log, so that the events of its stream are read by its own shard only; everything else goes by FNV-1a.
 */
export function shardOf(key: string, shards: number): number {
  if (/^article-.*[0-9a-f]{2}$/.test(key)) return Number.parseInt(key.slice(-LAST_DIGITS), 16) % shards
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) {
    hash ^= key.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return (hash >>> 0) % shards
}

/** A condition in SQL on a column with names of streams: false for the articles of other shards. */
export function isRead(column: string, shard: number, shards: number): string {
  const endings = Array.from({ length: 16 ** LAST_DIGITS }, (_, n) => n.toString(16).padStart(LAST_DIGITS, '0'))
  const others = endings.filter((_, n) => n % shards !== shard)
  // Names are compared byte by byte: "." follows "-".
  return `(${column} < 'article-' or ${column} >= 'article.' or right(${column}, ${LAST_DIGITS}) <> all ('{${others}}'))`
}
