import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '@dateline/testing'
import { afterAll, expect, test, vi } from 'vitest'
import { buildProgram } from '../services/cli/src/program.ts'

const { url } = await testDatabase()
vi.stubEnv('DATABASE_URL', url)
const folder = mkdtempSync(join(tmpdir(), 'dateline-sources-'))
const file = join(folder, 'sources.yaml')
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** Runs the command in this process: `code` is what it would exit with. */
async function sources(...options: string[]): Promise<{ code: number; out: string }> {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  const before = process.exitCode
  process.exitCode = 0
  try {
    await buildProgram().parseAsync(['sources', ...options], { from: 'user' })
    return { code: Number(process.exitCode), out: lines.join('\n') }
  } finally {
    process.exitCode = before
    log.mockRestore()
  }
}

const ENTRY = '  - url: https://gazette.example/feed.xml\n    name: Gazette\n'

test('a file is planned, applied, and true', async () => {
  writeFileSync(file, `sources:\n${ENTRY}`)
  const planned = await sources('apply', file)
  expect(planned.code).toBe(2)
  expect(planned.out).toContain('+ https://gazette.example/feed.xml  feed, adaptive  (line 2)')
  expect(planned.out).toContain('Nothing was changed.')
  expect((await sources('apply', file, '--yes', '--dry-run')).code).toBe(2)
  const applied = { code: 0, out: expect.stringContaining('Done: 1 step.') }
  expect(await sources('apply', file, '--yes')).toMatchObject(applied)
  const same = { code: 0, out: expect.stringContaining('1 as they should be') }
  expect(await sources('apply', file)).toMatchObject(same)

  writeFileSync(file, `sources:\n${ENTRY}    every: soon\n`)
  const wrong = sources('apply', file, '--yes')
  await expect(wrong).rejects.toThrow(`${file}:4: sources[0].every: write an interval such as`)

  expect((await sources('export', file)).code).toBe(0)
  expect(readFileSync(file, 'utf8')).toContain('name: Gazette')
  expect(await sources('apply', file)).toMatchObject(same)
})

test('the JSON Schema names what a file may say', async () => {
  const { properties } = JSON.parse((await sources('schema')).out)
  expect(Object.keys(properties).toSorted()).toEqual(['defaults', 'set', 'sources'])
  expect(Object.keys(properties.sources.items.properties)).toContain('limits')
})
