export * from './html.ts'
export * from './printable.ts'
export * from './style.ts'
