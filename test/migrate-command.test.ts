import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { testDatabase } from '@dateline/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

const { database, url } = await testDatabase()
const empty = `dateline_test_${randomUUID().replaceAll('-', '')}`

beforeAll(() => sql`create database ${sql.ref(empty)}`.execute(database.db))
afterAll(() => sql`drop database ${sql.ref(empty)} with (force)`.execute(database.db))

function migrateCommand() {
  const target = new URL(url)
  target.pathname = `/${empty}`
  return spawnSync(process.execPath, [join(import.meta.dirname, '../services/cli/src/main.ts'), 'migrate'], {
    env: { PATH: process.env.PATH, DATABASE_URL: target.href },
    encoding: 'utf8',
  })
}

test('`dateline migrate` makes the schema of an empty database, and changes nothing the second time', {
  timeout: 120_000,
}, () => {
  const first = migrateCommand()
  expect(first.stderr).toBe('')
  expect(first.stdout).toMatch(/^Applied 0001/)
  expect(migrateCommand().stdout).toBe('The schema is up to date.\n')
})
