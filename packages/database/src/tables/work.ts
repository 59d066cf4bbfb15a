import type { Generated } from 'kysely'

/** Tables of schema `work`, each as `work.name`. */
export type WorkTables = {
  /** Written by http-fetch alone; see migrations/0020-host-pacing.ts. */
  'work.host_pacing': {
    host: string
    next_turn_at: Date
    leases: string[]
    leased_until: Date
    queue_ends_at: Date
    usual_ms: Generated<number>
  }
  'work.robots': {
    origin: string
    verdict: 'rules' | 'allow-all' | 'disallow-all'
    body: Buffer | null
    http_status: number | null
    reason: string | null
    detail: string | null
    fetched_at: Date
    expires_at: Date
  }
}
