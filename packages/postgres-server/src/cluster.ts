import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { PostgresServerError } from './postgres-server-error.ts'
import type { RunAs } from './run-as.ts'
import { explainFailure, runProgram } from './run-program.ts'

export const POSTGRES_MAJOR = '18'
export const SUPERUSER = 'dateline'

/**
 * How words are told from punctuation, by the first of these that the system knows; order and case come from Postgres's own
 * C.UTF-8 in any event, so that the same data sorts alike on every machine and survives an upgrade of the C library.
 */
const LC_CTYPES = ['C.UTF-8', 'en_US.UTF-8', 'C']

/** The superuser's password: drawn once, kept beside the data, readable by its owner alone. */
export function readPassword(dataDir: string): string {
  const file = join(dataDir, 'password')
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
  return readFileSync(file, 'utf8').trim()
}

/**
 * Makes the cluster in `dataDir/cluster` if there is none. It is made aside and renamed, so that a kill half-way leaves nothing
 * that looks like a cluster.
 *
 * @param sync false only for throw-away data: skips waiting for the disk.
 */
export async function ensureCluster(
  { initdb }: Binaries,
  runAs: RunAs,
  dataDir: string,
  { password, sync, onLog }: { password: string; sync: boolean; onLog: (line: string) => void },
): Promise<string> {
  const cluster = join(dataDir, 'cluster')
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    const major = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
    if (major === POSTGRES_MAJOR) return cluster
    throw new PostgresServerError(
      'POSTGRES_DATA_VERSION',
      `The data in ${cluster} belongs to Postgres ${major}, and this is ${POSTGRES_MAJOR}: dump it with the old version and restore it here.`,
    )
  }

  const draft = join(dataDir, 'cluster.draft')
  let output: readonly string[] = []
  for (const ctype of LC_CTYPES) {
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { mode: 0o700 })
    const passwordFile = join(draft, 'password')
    writeFileSync(passwordFile, password, { mode: 0o600 })
    mkdirSync(join(draft, 'data'), { mode: 0o700 })
    if (runAs.uid !== undefined) {
      for (const path of [draft, passwordFile, join(draft, 'data')]) chownSync(path, runAs.uid, runAs.gid!)
    }
    const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    const auth = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
    const args = [`--pgdata=${join(draft, 'data')}`, ...locale, `--lc-ctype=${ctype}`, ...auth, ...(sync ? [] : ['-N'])]
    const program = runProgram(runAs, initdb, args, onLog)
    if ((await program.exited) === 0) {
      renameSync(join(draft, 'data'), cluster)
      rmSync(draft, { recursive: true, force: true })
      return cluster
    }
    output = [...program.output]
    if (!output.some((line) => line.includes('invalid locale'))) break
  }
  rmSync(draft, { recursive: true, force: true })
  throw explainFailure(output, { dataDir, port: null })
}
