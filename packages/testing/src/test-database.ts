import { randomUUID } from 'node:crypto'
import { type Database, openDatabase } from '@dateline/database'
import { afterAll } from 'vitest'
import { dropDatabase, findTestServer, runOnServer, urlOfDatabase } from './test-server.ts'

export type TestDatabase = {
  readonly database: Database
  /** For processes of their own, and for whatever opens its connections itself. */
  readonly url: string
}

/**
 * A database for one test file, with every migration applied and nothing in it; dropped after the file's last test.
 *
 *     const { database } = await testDatabase() // at the top of the file
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await findTestServer()
  const name = `dateline_test_${randomUUID().replaceAll('-', '')}`
  // Copying files is faster than writing every page to the WAL, and the server keeps nothing anyway.
  await runOnServer(server.url, `create database ${name} template ${server.template} strategy file_copy`)
  const url = urlOfDatabase(server.url, name)
  const database = openDatabase(url, { applicationName: 'dateline-test' })
  afterAll(async () => {
    await database.close()
    await dropDatabase(server.url, name)
  })
  return { database, url }
}
