import { chownSync, cpSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PostgresServer, startPostgres } from '@dateline/postgres-server'
import pg from 'pg'

/** What is one server's own, and must not come along. */
const LEFT_BEHIND = /\/(postmaster\.(pid|opts)|pg_replslot\/.+|pg_stat_tmp\/.+)$/

/**
 * A streaming standby, made of a copy of the files of a running server: the package of binaries has no pg_basebackup.
 *
 * @param port of the server it follows, or of a wire to it.
 * @see https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP
 */
export async function startStandby(
  primary: { readonly url: string; readonly dataDir: string },
  dataDir: string,
  port: number,
): Promise<PostgresServer> {
  const client = new pg.Client(primary.url)
  await client.connect()
  await client.query(`select pg_backup_start('standby', fast => true)`)
  mkdirSync(dataDir, { recursive: true })
  const [from, to] = [join(primary.dataDir, 'cluster'), join(dataDir, 'cluster')]
  const { uid, gid } = statSync(from)
  const copied: string[] = [to]
  cpSync(from, to, {
    recursive: true,
    filter(source, destination) {
      if (LEFT_BEHIND.test(source)) return false
      copied.push(destination)
      return true
    },
  })
  // Of the same superuser.
  cpSync(join(primary.dataDir, 'password'), join(dataDir, 'password'))
  const { rows } = await client.query<{ labelfile: string }>(
    'select labelfile from pg_backup_stop(wait_for_archive => false)',
  )
  await client.end()
  for (const [name, text] of [
    ['backup_label', rows[0]!.labelfile],
    ['standby.signal', ''],
  ] as const) {
    writeFileSync(join(to, name), text, { mode: 0o600 })
    copied.push(join(to, name))
  }
  if (process.getuid?.() === 0) for (const path of copied) chownSync(path, uid, gid)
  rmSync(join(to, 'postmaster.pid'), { force: true })
  const { username, password } = new URL(primary.url)
  const conninfo = `host=127.0.0.1 port=${port} user=${username} password=${password} application_name=standby`
  return await startPostgres({
    dataDir,
    settings: { fsync: 'off', primary_conninfo: conninfo, wal_retrieve_retry_interval: '200ms' },
  })
}

/** Makes a standby the primary, which it is when this returns. */
export async function promote({ url }: Pick<PostgresServer, 'url'>): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query('select pg_promote(wait => true)')
  await client.end()
}
