export * from './postgres-server-error.ts'
export * from './start-postgres.ts'
