import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const connection = z.object({ databaseUrl: z.string(), apiUrl: z.string(), signingKey: z.string(), processId: z.int() })
export type Connection = z.infer<typeof connection>

const FILE = 'connection.json'

/** `npm start` writes down where its database is, so that the command line finds it. Holds a password: owner only. */
export function writeConnectionFile(dataDirectory: string, content: Connection): void {
  writeFileSync(join(dataDirectory, FILE), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
}

export function removeConnectionFile(dataDirectory: string): void {
  rmSync(join(dataDirectory, FILE), { force: true })
}

/** @returns null if no `npm start` is running on this data directory. */
export function readConnectionFile(dataDirectory: string): Connection | null {
  try {
    return connection.parse(JSON.parse(readFileSync(join(dataDirectory, FILE), 'utf8')))
  } catch {
    return null
  }
}
