import type { ArchiveTables } from './tables/archive.ts'
import type { LogTables } from './tables/log.ts'
import type { ViewsTables } from './tables/views.ts'
import type { WorkTables } from './tables/work.ts'

/** Every table there is, by its name with schema. Each schema has its own file in tables/. */
export type Tables = LogTables & WorkTables & ViewsTables & ArchiveTables
