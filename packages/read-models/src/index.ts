export * from './article/queries.ts'
export { ARTICLE_STATUSES, type ArticleStatus } from './article/row.ts'
export * from './article/schema.ts'
export * from './article/seen-since.ts'
export { type AsOf, resolveAsOf, timeOfMoment } from './as-of.ts'
export { PAGE_ITEMS_DEFAULT, PAGE_ITEMS_MAX, type Page } from './cursor.ts'
export { digest, type ViewDigest } from './digest.ts'
export * from './event/queries.ts'
export * from './finding/queries.ts'
export * from './layout/queries.ts'
export * from './ledger/endings.ts'
export * from './ledger/queries.ts'
export * from './live/queries.ts'
export * from './progress.ts'
export { PROJECTIONS } from './projections.ts'
export * from './provenance/queries.ts'
export * from './revision/queries.ts'
export { RebuildBlockedError } from './runner/outlast-snapshots.ts'
export { PAGE_EVENTS, PAGE_EVENTS_MAX } from './runner/page-events.ts'
export {
  discardRebuild,
  type RebuildOptions,
  type RebuildProgress,
  RebuildStoppedError,
  type Rebuilt,
  rebuild,
  rollback,
} from './runner/rebuild.ts'
export { RebuildRunningError } from './runner/rebuild-running-error.ts'
export {
  catchUp,
  ProjectionStoppedError,
  type RunOptions,
  runProjections,
} from './runner/run-projections.ts'
export * from './runner/stopped-views.ts'
export * from './runner/verify-views.ts'
export * from './runner/wait-for-position.ts'
export * from './source/queries.ts'
export * from './story/changes.ts'
export * from './story/queries.ts'
export * from './topic/queries.ts'
export * from './topic/write-topic-names.ts'
