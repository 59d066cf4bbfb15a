/**
 * Which shard folds a key: the same in every process. An article goes by the last digits of its id, as in the SQL that reads
 * the log, so that the events of its stream are read by its own shard only; everything else goes by FNV-1a.
 */
export function shardOf(key: string, shards: number): number {
  if (/^article-.*[0-9a-f]{4}$/.test(key)) return Number.parseInt(key.slice(-4), 16) % shards
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) {
    hash ^= key.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return (hash >>> 0) % shards
}
