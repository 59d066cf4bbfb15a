import { expect, test } from 'vitest'
import { type ClassifyingCommand, classifying } from './classifying.ts'

const sha256 = 'a'.repeat(64)
const promote = (id: string, classifier = 'classification/3'): ClassifyingCommand => ({
  type: 'PromoteClassification',
  data: {
    ...{ trialId: 'trial-0123456789ab', classifier, model: { id, sha256 }, position: 9, digest: sha256 },
    ...{ articles: 4, articlesChanged: 1, reason: 'better', actor: 'editor@desk.example' },
    promotedAt: '2026-11-22T10:00:00Z',
  },
})
const after = (commands: readonly ClassifyingCommand[]) =>
  commands.reduce(
    (state, command) => classifying.decide(command, state).reduce(classifying.evolve, state),
    classifying.initial,
  )

test.for<[string, ClassifyingCommand[], ClassifyingCommand, number]>([
  ['a first model', [], promote('sha256:1'), 1],
  ['the model in force', [promote('sha256:1')], promote('sha256:1'), 0],
  ['another', [promote('sha256:1')], promote('sha256:2'), 1],
  ['the one before it again', [promote('sha256:1'), promote('sha256:2')], promote('sha256:1'), 1],
  ['the same by other rules', [promote('sha256:1')], promote('sha256:1', 'classification/4'), 1],
])('promoting %s', ([, given, command, events]) =>
  expect(classifying.decide(command, after(given))).toHaveLength(events),
)
