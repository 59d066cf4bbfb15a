import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PostgresServerError } from './postgres-server-error.ts'

/** A fast shutdown ends sessions at once and writes a checkpoint: seconds on a slow disk. */
const ORPHAN_STOP_MS_MAX = 60_000

/** Says which process of ours started the server, so that one left behind by a killed parent can be told from one in use. */
export function claim(dataDir: string): void {
  writeFileSync(join(dataDir, 'owner'), `${process.pid} ${startedAt(process.pid)}\n`)
}

/**
 * Clears what stands in the way of a start: stops a server whose parent was killed (it has finished every commit; the new one
 * needs its memory and files), and removes the lock of one that is gone.
 *
 * @throws {PostgresServerError} POSTGRES_DATA_IN_USE: another live process of ours, or somebody else, runs a server here.
 */
export async function clearTheWay(dataDir: string, cluster: string): Promise<void> {
  const lock = join(cluster, 'postmaster.pid')
  if (!existsSync(lock)) return
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  if (!isServerOf(pid, cluster)) {
    // The number may have been given to some other program since, as happens in containers: Postgres would refuse to start.
    rmSync(lock, { force: true })
    return
  }
  if (isOwnerAlive(dataDir)) {
    throw new PostgresServerError(
      'POSTGRES_DATA_IN_USE',
      `Another Dateline is running on ${dataDir}: stop it first, or choose another data directory.`,
    )
  }
  process.kill(pid, 'SIGINT')
  for (const deadline = performance.now() + ORPHAN_STOP_MS_MAX; isServerOf(pid, cluster); await sleep(50)) {
    if (performance.now() > deadline) {
      throw new PostgresServerError(
        'POSTGRES_DATA_IN_USE',
        `A Postgres server left behind on ${dataDir} (process ${pid}) does not stop: end it by hand and start again.`,
      )
    }
  }
}

function isOwnerAlive(dataDir: string): boolean {
  const file = join(dataDir, 'owner')
  if (!existsSync(file)) return false
  const [pid, started] = readFileSync(file, 'utf8').trim().split(' ')
  return isAlive(Number(pid)) && startedAt(Number(pid)) === started
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether `pid` is a live Postgres on this cluster and not some other program that was given the same number. */
function isServerOf(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false
  const status = readProc(pid, 'stat')
  if (status?.slice(status.lastIndexOf(')') + 2).startsWith('Z')) return false
  const commandLine = readProc(pid, 'cmdline')?.replaceAll('\0', ' ') ?? commandLineByPs(pid)
  return commandLine === null || (commandLine.includes('postgres') && commandLine.includes(cluster))
}

/** When a process started, in whatever unit: a number given again to another process has another time. "0": not known. */
function startedAt(pid: number): string {
  const status = readProc(pid, 'stat')
  return status?.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '0'
}

function readProc(pid: number, name: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return null
  }
}

function commandLineByPs(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return null
  }
}
