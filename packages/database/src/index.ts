export * from './database-error.ts'
export * from './migrate.ts'
export * from './open-database.ts'
export type * from './tables.ts'
