import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openLogFile, openLogger } from './logger.ts'

test('a log file that grows too large is set aside, and the next line begins a new one', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'dateline-log-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const path = join(directory, 'dateline.log')
  const logger = openLogger(
    'test',
    { LOG_LEVEL: 'info' },
    await openLogFile(path, { bytesMax: 1_000, lookEveryMs: 20 }),
  )
  const there = () => statSync(`${path}.1`, { throwIfNoEntry: false }) !== undefined
  while (!there()) {
    logger.info({ text: 'x'.repeat(200) }, 'before')
    await sleep(5)
  }
  const has = (text: string) =>
    (statSync(path, { throwIfNoEntry: false }) ? readFileSync(path, 'utf8') : '').includes(text)
  while (!has('after')) {
    logger.info('after')
    await sleep(5)
  }
  expect(readFileSync(`${path}.1`, 'utf8')).toContain('before')
})

test('a process that ends at once has what it logged in its file', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'dateline-log-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const file = await openLogFile(join(directory, 'dateline.log'))
  openLogger('test', { LOG_LEVEL: 'info' }, file).info('its last words')
  // What pino does at process.exit.
  file.flushSync()
  expect(readFileSync(join(directory, 'dateline.log'), 'utf8')).toContain('its last words')
})

test('settings with passwords in them reach no log line', () => {
  const lines: string[] = []
  const logger = openLogger('test', { LOG_LEVEL: 'info' }, { write: (line) => void lines.push(line) })
  const secret = 'https://user:hunter2@proxy.example'
  logger.info({ DATABASE_URL: secret, REDIS_URL: secret, ARCHIVE_URL: secret, FETCH_PROXY_URL: secret }, 'settings')
  expect(lines.join('')).not.toContain('hunter2')
})
