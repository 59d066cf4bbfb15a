import { migrate, openDatabase } from '@dateline/database'
import { headPosition } from '@dateline/event-store'
import { sql } from 'kysely'

const DATABASE = 'dateline'
/** Only reachable from this machine, and only allowed to read the views in schema `read`. */
const READER_PASSWORD = 'reader'

export type PreparedDatabase = {
  databaseUrl: string
  /** For SQL clients of people: reads the schema `read` and nothing else. */
  readerUrl: string
  /** The log holds no event yet. */
  isNew: boolean
}

/** Makes the database on first use and brings its schema up to this release. */
export async function prepareDatabase(serverUrl: string): Promise<PreparedDatabase> {
  const server = openDatabase(serverUrl, { connectionsMax: 2, applicationName: 'dateline-start', onError: () => {} })
  try {
    const { rows } = await sql`select 1 from pg_database where datname = ${DATABASE}`.execute(server.db)
    if (rows.length === 0) await sql`create database ${sql.ref(DATABASE)}`.execute(server.db)
  } finally {
    await server.close()
  }
  const databaseUrl = withPath(serverUrl, DATABASE)
  const database = openDatabase(databaseUrl, {
    connectionsMax: 2,
    applicationName: 'dateline-start',
    onError: () => {},
  })
  try {
    await migrate(database)
    await sql`alter role dateline_reader with login password ${sql.lit(READER_PASSWORD)}`.execute(database.db)
    return { databaseUrl, readerUrl: readerUrl(databaseUrl), isNew: (await headPosition(database)) === 0 }
  } finally {
    await database.close()
  }
}

function withPath(url: string, name: string): string {
  const parsed = new URL(url)
  parsed.pathname = `/${name}`
  return parsed.href
}

function readerUrl(url: string): string {
  const parsed = new URL(url)
  parsed.username = 'dateline_reader'
  parsed.password = READER_PASSWORD
  return parsed.href
}
