import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<Date, Date | string, never>

/** Written by `log.write_group` and `log.erase` alone, but for the tree; see migrations/0002-log.ts and 0004-tree.ts. */
export type LogTables = {
  'log.event': {
    position: number
    stream: string
    version: number
    type: string
    schema_version: number
    event_id: string
    recorded_at: Instant
    occurred_at: Instant | null
    cause: string | null
    body_sha256: Buffer
    leaf_sha256: Buffer
    /** Both null: erased by law, or in an archive file. */
    salt: Buffer | null
    data: string | null
  }
  'log.stream': { stream: string; version: number; first_position: number; last_position: number }
  'log.subtree': { height: number; index: number; sha256: Buffer }
  'log.tree_head': { size: number; sha256: Buffer; signed_at: ColumnType<Date, Date | string, never>; note: string }
  'log.erasure': { position: number; told_in: number }
  'log.archived_bodies': {
    first_position: number
    last_position: number
    bodies: number
    file: string
    file_sha256: Buffer
    archived_at: Generated<Date>
  }
  'log.head': { position: number; recorded_at: Instant }
}
