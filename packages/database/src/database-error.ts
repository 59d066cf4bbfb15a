export type DatabaseErrorCode =
  | 'SCHEMA_OUTDATED'
  | 'MIGRATION_FAILED'
  | 'NUMBER_TOO_BIG'
  | 'BODIES_ARCHIVED'
  | 'STANDBY'

/** What is wrong with the database, in one sentence a person can act on, and a stable code. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode
  /** True where waiting helps: another process is still migrating, or a standby is about to be promoted. */
  readonly retryable: boolean

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DatabaseError'
    this.code = code
    this.retryable = code === 'SCHEMA_OUTDATED' || code === 'STANDBY'
  }
}
