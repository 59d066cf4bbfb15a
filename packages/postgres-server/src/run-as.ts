import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { PostgresServerError } from './postgres-server-error.ts'

/** How to start the server's programs: as whom, and behind which command. */
export type RunAs = {
  /** Undefined: as ourselves. */
  readonly uid?: number
  readonly gid?: number
  /** Command and arguments to put in front. */
  readonly prefix: readonly string[]
}

/** Postgres refuses to run as root. Either of these is on every Unix; the first is there where Postgres was ever installed. */
const UNPRIVILEGED_USERS = ['postgres', 'nobody']
const SETPRIV_PATHS = ['/usr/bin/setpriv', '/bin/setpriv']

/**
 * An ordinary process runs Postgres as itself. Root runs it as an existing unprivileged user: no user is added.
 *
 * Where that user cannot reach a path (a checkout below /root), Linux's setpriv lets the server, and nothing else, pass
 * directories: it stays an unprivileged process that may read but not write other people's files.
 *
 * @param paths which the server must reach: its programs and its data.
 * @throws {PostgresServerError} POSTGRES_NO_USER
 */
export function chooseRunAs(paths: readonly string[]): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const user = findUser()
  const unreachable = paths.find((path) => !canReach(path, user))
  if (unreachable === undefined) return { ...user, prefix: [] }
  const setpriv = SETPRIV_PATHS.find((path) => existsSync(path))
  if (setpriv === undefined) {
    throw new PostgresServerError(
      'POSTGRES_NO_USER',
      `Postgres does not run as root, and the user "${user.name}" cannot reach ${unreachable}: move Dateline out of that directory, or start it as an ordinary user.`,
    )
  }
  const ids = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  const capability = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search']
  return { ...user, prefix: [setpriv, ...ids, ...capability, '--'] }
}

type User = { readonly name: string; readonly uid: number; readonly gid: number }

function findUser(): User {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  for (const wanted of UNPRIVILEGED_USERS) {
    const [name, , uid, gid] = lines.find((line) => line.startsWith(`${wanted}:`))?.split(':') ?? []
    if (name !== undefined && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw new PostgresServerError(
    'POSTGRES_NO_USER',
    'Postgres does not run as root, and there is no user "postgres" or "nobody" to run it as: start Dateline as an ordinary user.',
  )
}

/** Whether `user` may pass every directory above `path`. Groups other than its first are not looked at. */
function canReach(path: string, user: User): boolean {
  for (let directory = dirname(resolve(path)); ; directory = dirname(directory)) {
    const { uid, gid, mode } = statSync(directory)
    const passes = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001
    if (passes === 0) return false
    if (directory === dirname(directory)) return true
  }
}

/** @throws {PostgresServerError} POSTGRES_DATA_UNWRITABLE */
export function checkWritable(directory: string): void {
  try {
    accessSync(directory, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new PostgresServerError(
      'POSTGRES_DATA_UNWRITABLE',
      `The data directory ${directory} is not writable: give this user the right to write there, or choose another directory.`,
      { cause },
    )
  }
}
