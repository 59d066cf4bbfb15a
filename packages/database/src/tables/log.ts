import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<Date, Date | string, never>

/** Written by `log.append` alone; see migrations/0001-log.ts. */
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
  }
  'log.body': { position: number; salt: Buffer; data: string }
  'log.stream': { stream: string; version: number; first_position: number; last_position: number }
  'log.head': { only_row: Generated<boolean>; position: number; recorded_at: Instant }
}
