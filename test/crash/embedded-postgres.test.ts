import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const MAIN = join(import.meta.dirname, '../../services/standalone/src/main.ts')
const dataDirectory = mkdtempSync(join(tmpdir(), 'dateline-embedded-'))
let child: ChildProcess | undefined

afterAll(() => {
  child?.kill('SIGKILL')
  rmSync(dataDirectory, { recursive: true, force: true })
})

function start() {
  const env = { ...process.env, API_PORT: '0', LOG_LEVEL: 'info' }
  child = spawn(process.execPath, [MAIN, '--empty', '--data', dataDirectory], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const until = (text: string) =>
    new Promise<void>((resolve) => {
      const look = (more: Buffer | string) => {
        said += more
        if (said.includes(text)) resolve()
      }
      child!.stdout!.on('data', look)
      child!.stderr!.on('data', look)
      look('')
    })
  const ended = new Promise<number | null>((resolve) => child!.once('close', resolve))
  return { until, ended, said: () => said }
}

test('a Postgres that is killed ends it with a sentence and its lines; the next start goes on', {
  timeout: 180_000,
}, async () => {
  const first = start()
  await first.until('Ctrl-C stops.')
  const pid = Number(readFileSync(join(dataDirectory, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  expect(await first.ended).toBe(1)
  expect(first.said()).toContain('Dateline: Postgres has ended by itself; its last lines are in')
  expect(first.said()).not.toContain('    at ')
  expect(readFileSync(join(dataDirectory, 'dateline.log'), 'utf8')).toContain('unexpected postmaster exit')

  const second = start()
  await second.until('Ctrl-C stops.')
  child!.kill('SIGINT')
  expect(await second.ended).toBe(0)
  expect(second.said()).toContain('Stopped.')
})
