export * from './html.ts'
export * from './style.ts'
