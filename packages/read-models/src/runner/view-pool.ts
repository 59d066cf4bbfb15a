import pg, { type Pool } from 'pg'

/**
 * For the pages of views. Their commit does not wait for the disk: should the server crash, rows and checkpoint are lost
 * together, and the page is folded again. Its statements are planned once for a connection, since planning them takes longer
 * than running them; and by index, since a plan that was made for an empty table must still do when it is full.
 */
const SETTINGS = `set synchronous_commit = off; set plan_cache_mode = force_generic_plan; set enable_seqscan = off`

/**
 * Connections to the same database for whoever writes views, and nobody else: he neither waits for those who read, nor finds
 * himself on a connection that has planned nothing yet. Opened when first needed; to be ended.
 */
export function openViewPool({ options }: Pick<Pool, 'options'>, connectionsMax = 1): Pool {
  const pool = new pg.Pool({ ...options, max: connectionsMax })
  // Whoever uses a connection that breaks is told; one that breaks while idle is opened again.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    client.query(SETTINGS).catch(() => {})
  })
  return pool
}
