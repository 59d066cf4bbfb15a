export * from './correct-stories.ts'
export * from './correction.ts'
export type { Dependencies as CurationDependencies } from './dependencies.ts'
export * from './set-topics.ts'
