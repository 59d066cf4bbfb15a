import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '@dateline/testing'
import { afterAll, expect, test } from 'vitest'

const { url } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'dateline-sources-'))
const file = join(folder, 'sources.yaml')
afterAll(() => rmSync(folder, { recursive: true }))

function sources(...options: string[]) {
  const main = join(import.meta.dirname, '../services/cli/src/main.ts')
  const run = spawnSync(process.execPath, [main, 'sources', ...options], {
    env: { PATH: process.env.PATH, DATABASE_URL: url },
    encoding: 'utf8',
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

const ENTRY = '  - url: https://gazette.example/feed.xml\n    name: Gazette\n'

test('a file is planned, applied, and true', { timeout: 60_000 }, () => {
  writeFileSync(file, `sources:\n${ENTRY}`)
  const planned = sources('apply', file)
  expect(planned).toMatchObject({ code: 2, err: '' })
  expect(planned.out).toContain('+ https://gazette.example/feed.xml  feed, adaptive  (line 2)')
  expect(planned.out).toContain('Nothing was changed.')
  expect(sources('apply', file, '--yes', '--dry-run').code).toBe(2)
  expect(sources('apply', file, '--yes')).toMatchObject({ code: 0, out: expect.stringContaining('Done: 1 step.') })
  expect(sources('apply', file)).toMatchObject({ code: 0, out: expect.stringContaining('1 as they should be') })

  writeFileSync(file, `sources:\n${ENTRY}    every: soon\n`)
  const wrong = sources('apply', file, '--yes')
  expect(wrong.code).toBe(1)
  expect(wrong.err).toContain(`${file}:4: sources[0].every: write an interval such as`)

  expect(sources('export', file).code).toBe(0)
  expect(readFileSync(file, 'utf8')).toContain('name: Gazette')
  expect(sources('apply', file).code).toBe(0)
})

test('the JSON Schema names what a file may say', { timeout: 60_000 }, () => {
  const { properties } = JSON.parse(sources('schema').out)
  expect(Object.keys(properties).toSorted()).toEqual(['defaults', 'set', 'sources'])
  expect(Object.keys(properties.sources.items.properties)).toContain('limits')
})
