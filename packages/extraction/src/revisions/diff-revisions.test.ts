import { describe, expect, test } from 'vitest'
import { diffRevisions, type Revision } from './diff-revisions.ts'

const revision = (
  paragraphs: readonly string[],
  more: { title?: string; correction?: string; modified?: string } = {},
): Revision => ({
  title: { value: more.title ?? 'Ferry runs aground', basis: 'explicit', evidence: '', confidence: 1 },
  standfirst: { value: null, reason: 'none' },
  authors: { value: null, reason: 'none' },
  modifiedAt:
    more.modified === undefined
      ? { value: null, reason: 'none' }
      : {
          value: { at: more.modified, precision: 'minute', zone: 'stated' },
          basis: 'explicit',
          evidence: '',
          confidence: 1,
        },
  marks: { truncated: false, liveBlog: false, correction: more.correction ?? null },
  blocks: paragraphs.map((text) => ({ type: 'paragraph', text })),
})

const kinds = (before: string, after: string) =>
  diffRevisions(revision([before]), revision([after])).changes.map(({ kind, before: one, after: other }) => [
    kind,
    one,
    other,
  ])

test.for<[string, string, [string, string | null, string | null][]]>([
  ['The ferry had 112 people on board.', 'The ferry had 121 people on board.', [['number', '112', '121']]],
  [
    'The captain, Jon Merrow, was arrested.',
    'The captain, John Marlow, was arrested.',
    [['name', 'Jon Merrow', 'John Marlow']],
  ],
  ['President Zelenskiy spoke on Monday.', 'President Zelensky spoke on Monday.', [['name', 'Zelenskiy', 'Zelensky']]],
  [
    'He said “we were told nothing at all” before he left.',
    'He said “we were told very little” before he left.',
    [['quote', 'nothing at all', 'very little']],
  ],
  [
    'The captain was drunk when the ferry hit the rocks.',
    'The captain was allegedly drunk when the ferry hit the rocks.',
    [['softening', null, 'allegedly']],
  ],
  [
    'Der Kapitän war offenbar betrunken, sagte die Polizei.',
    'Der Kapitän war betrunken, sagte die Polizei.',
    [['hardening', 'offenbar', null]],
  ],
  ['The goverment said it would act.', 'The government said it would act.', [['typo', 'goverment', 'government']]],
  ['The ferry sailed north.', 'The ferry sailed south.', [['rewording', 'north', 'south']]],
  ['It sank - slowly.', 'It sank – slowly.', [['typo', '-', '–']]],
  ['渡轮上有112人，船长被捕。', '渡轮上有121人，船长被捕。', [['number', '112', '121']]],
])('%s → %s', ([before, after, expected]) => expect(kinds(before, after)).toEqual(expected))

const BODY = [
  'A ferry ran aground off the northern coast on Monday night with 112 people on board.',
  'Nobody was hurt, the coast guard said.',
]

describe('whole revisions', () => {
  test('the same text has no changes', () => {
    expect(diffRevisions(revision(BODY), revision(BODY))).toEqual({
      changes: [],
      isSubstantial: false,
      isStealth: false,
    })
  })

  test('a paragraph that came and one that went', () => {
    const added = 'The company promised an inquiry within a week.'
    expect(diffRevisions(revision(BODY), revision([...BODY, added])).changes).toEqual([
      { kind: 'addition', before: null, after: added, paragraph: 2 },
    ])
    expect(diffRevisions(revision([...BODY, added]), revision(BODY)).changes).toEqual([
      { kind: 'removal', before: added, after: null, paragraph: 2 },
    ])
  })

  test('another headline', () => {
    const { changes, isSubstantial } = diffRevisions(revision(BODY), revision(BODY, { title: 'Ferry sinks' }))
    expect(changes).toEqual([{ kind: 'headline', before: 'Ferry runs aground', after: 'Ferry sinks', paragraph: null }])
    expect(isSubstantial).toBe(true)
  })
})

describe('a stealth edit', () => {
  const changed = [BODY[0]!.replace('112', '140'), BODY[1]!]

  test('changes substance without notice and without a later date', () => {
    expect(diffRevisions(revision(BODY), revision(changed))).toMatchObject({ isSubstantial: true, isStealth: true })
  })

  test('is none with a notice of correction', () => {
    const noticed = revision(changed, { correction: 'Correction: an earlier version gave another number.' })
    expect(diffRevisions(revision(BODY), noticed)).toMatchObject({ isSubstantial: true, isStealth: false })
  })

  test('is none with a later date of change', () => {
    const dated = diffRevisions(
      revision(BODY, { modified: '2024-05-06T10:00:00Z' }),
      revision(changed, { modified: '2024-05-06T12:00:00Z' }),
    )
    expect(dated.isStealth).toBe(false)
  })

  test('is none where only spelling changed', () => {
    expect(diffRevisions(revision(['The goverment fell.']), revision(['The government fell.']))).toMatchObject({
      isSubstantial: false,
      isStealth: false,
    })
  })
})

test('two texts with nothing in common end within their limits', () => {
  const words = (prefix: string) => Array.from({ length: 30_000 }, (_, index) => `${prefix}${index}`).join(' ')
  expect(diffRevisions(revision([words('a')]), revision([words('b')])).changes.length).toBeGreaterThan(0)
})
