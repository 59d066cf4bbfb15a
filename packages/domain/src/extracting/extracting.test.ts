import { expect, test } from 'vitest'
import { type ExtractingCommand, extracting } from './extracting.ts'

const promote = (runId: string, runStartedAt = '2026-11-22T09:00:00Z'): ExtractingCommand => ({
  type: 'PromoteExtraction',
  data: {
    ...{ runId, runStartedAt, extractor: { html: 'html/4', text: 'text/2' } },
    ...{ articles: 9, articlesChanged: 4, articlesMissing: 1, reason: 'better bylines', actor: 'desk@gazette.example' },
    promotedAt: '2026-11-22T10:00:00Z',
  },
})
const after = (commands: readonly ExtractingCommand[]) =>
  commands.reduce(
    (state, command) => extracting.decide(command, state).reduce(extracting.evolve, state),
    extracting.initial,
  )

test.for<[string, ExtractingCommand[], ExtractingCommand, number]>([
  ['a first run', [], promote('html-4-a'), 1],
  ['the same run again', [promote('html-4-a')], promote('html-4-a'), 0],
  ['another run', [promote('html-4-a')], promote('html-4-b'), 1],
  ['the same run, begun anew', [promote('html-4-a')], promote('html-4-a', '2026-11-22T09:30:00Z'), 1],
])('promoting %s', ([, given, command, events]) =>
  expect(extracting.decide(command, after(given))).toHaveLength(events),
)
