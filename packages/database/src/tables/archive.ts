import type { ColumnType, Generated } from 'kysely'

/** JSON text in, a value out. */
type Json<Value> = ColumnType<Value, string, never>
type Headers = [name: string, value: string][]

/** Tables of schema `archive`, each as `archive.name`; see migrations/0021-archive.ts. */
export type ArchiveTables = {
  'archive.raw': {
    sha256: Buffer
    bytes: number
    media_type: string
    coding: 'identity' | 'zstd'
    data: Buffer
    stored_at: Generated<Date>
  }
  'archive.capture': {
    capture_id: string
    url: string
    captured_at: ColumnType<Date, Date | string, never>
    raw_sha256: Buffer
    http_status: number
    http_version: string
    server_address: string | null
    request_headers: Json<Headers>
    response_headers: Json<Headers>
    redirects: Json<{ url: string; status: number }[]>
    article_id: string | null
    source_id: string | null
  }
}
