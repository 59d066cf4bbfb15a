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

function dateline(command: string, DATABASE_URL: string, ...words: string[]) {
  return spawnSync(process.execPath, [join(import.meta.dirname, '../services/cli/src/main.ts'), command, ...words], {
    env: { PATH: process.env.PATH, DATABASE_URL },
    encoding: 'utf8',
  })
}

const target = new URL(url)
target.pathname = `/${empty}`
const migrateCommand = () => dateline('migrate', target.href)

test.for([
  { name: 'without a schema', at: target.href, says: /has no schema of Dateline yet: run `dateline migrate`/ },
  {
    name: 'that is not there',
    at: 'postgresql://a@127.0.0.1:1/b',
    says: /does not answer: .*ECONNREFUSED.*DATABASE_URL/,
  },
])('a command on a database $name says what to do, in one line', { timeout: 60_000 }, ({ at, says }) => {
  const { stderr, status } = dateline('status', at)
  expect(stderr).toMatch(says)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(status).toBe(1)
})

test.for([
  { file: '/not/there.yaml', says: 'dateline: There is no file "/not/there.yaml".\n' },
  { file: import.meta.dirname, says: 'dateline: That is a folder: name a file.\n' },
])('a file that cannot be read is told in words: $file', { timeout: 60_000 }, ({ file, says }) => {
  expect(dateline('sources', url, 'apply', file)).toMatchObject({ stderr: says, status: 1 })
})

test('`dateline migrate` makes the schema of an empty database, and changes nothing the second time', {
  timeout: 120_000,
}, () => {
  const first = migrateCommand()
  expect(first.stderr).toBe('')
  expect(first.stdout).toMatch(/^Applied 0001/)
  expect(migrateCommand().stdout).toBe('The schema is up to date.\n')
})
