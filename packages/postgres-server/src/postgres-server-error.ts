export type PostgresServerErrorCode =
  | 'POSTGRES_PORT_BUSY'
  | 'POSTGRES_DATA_IN_USE'
  | 'POSTGRES_DATA_UNWRITABLE'
  | 'POSTGRES_DATA_VERSION'
  | 'POSTGRES_DISK_FULL'
  | 'POSTGRES_NO_BINARIES'
  | 'POSTGRES_NO_USER'
  | 'POSTGRES_START_FAILED'
  | 'POSTGRES_ENDED'

/** Why the embedded server does not run, or no longer: one sentence a person can act on, and a stable code. */
export class PostgresServerError extends Error {
  readonly code: PostgresServerErrorCode
  readonly retryable = false

  constructor(code: PostgresServerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PostgresServerError'
    this.code = code
  }
}
