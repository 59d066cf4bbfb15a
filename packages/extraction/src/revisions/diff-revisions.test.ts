import { describe, expect, test } from 'vitest'
import { diffRevisions, type Revision } from './diff-revisions.ts'
import { markChanges } from './mark-changes.ts'

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
  ['The ferry sailed north.', 'The ferry sailed south.', [['fact', 'north', 'south']]],
  ['The truce would hold, she said.', 'The truce might hold, she said.', [['softening', 'would', 'might']]],
  ['She could promise them that.', 'She could not promise them that.', [['negation', null, 'not']]],
  [
    '“It is late,” he said. Nine people died there.',
    '“It is late,” he said. Eleven people died there.',
    [['number', 'Nine', 'Eleven']],
  ],
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
      notice: null,
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
    const softer = diffRevisions(revision(BODY), revision(BODY, { title: 'Ferry may have run aground' }))
    expect(softer.changes).toMatchObject([{ kind: 'headline', within: ['softening'] }])
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

  test.for([
    [
      'under an older notice',
      [...changed, 'Correction: the number of passengers was wrong in our first report.'],
      'correction',
    ],
    ['as an update', ['UPDATE: A second boat has arrived.', ...changed], 'update'],
    ['in German', [...changed, 'Aktualisiert: Die Zahl der Menschen an Bord wurde ergänzt.'], 'update'],
  ] as const)('is none where the text says so %s', ([, paragraphs, kind]) => {
    const found = diffRevisions(revision(BODY), revision(paragraphs))
    expect(found.notice?.kind).toBe(kind)
    expect(found.isStealth).toBe(false)
  })

  test('stays one where a day is only shown more precisely', () => {
    const found = diffRevisions(
      revision(BODY, { modified: '2024-05-06' }),
      revision(changed, { modified: '2024-05-06T12:00:00Z' }),
    )
    expect(found.isStealth).toBe(true)
  })

  test('is none where only spelling changed', () => {
    expect(diffRevisions(revision(['The goverment fell.']), revision(['The government fell.']))).toMatchObject({
      isSubstantial: false,
      notice: null,
      isStealth: false,
    })
  })
})

test('changes are marked in the later text, in its order', () => {
  const marked = markChanges(
    revision(BODY),
    revision(['A new first line of some length.', BODY[0]!.replace('112', '140')]),
  )
  expect(marked.map(({ kind }) => kind)).toEqual(['removed', 'added', 'changed'])
  const text = (kinds: readonly string[]) =>
    marked[2]!.parts.flatMap((part) => (kinds.includes(part.kind) ? [part.text] : [])).join('')
  expect(text(['same', 'removed'])).toBe(BODY[0])
  expect(text(['same', 'added'])).toBe(BODY[0]!.replace('112', '140'))
})

describe('hostile texts end within their limits', () => {
  const scrambled = (seed: number) =>
    Array.from({ length: 4_000 }, (_, i) => `w${(i * seed) % 97} x${(i * seed * 7) % 89} y${i % 3} z${(i * seed) % 11}`)
  test.for<[string, string[], string[]]>([
    ['thousands of paragraphs of the same few words', scrambled(3), scrambled(5)],
    ['one paragraph of them', [scrambled(3).join(' ')], [scrambled(5).join(' ')]],
    [
      'two hundred of them',
      scrambled(3)
        .map((_, i, all) => all.slice(i, i + 20).join(' '))
        .slice(0, 200),
      scrambled(5)
        .map((_, i, all) => all.slice(i, i + 20).join(' '))
        .slice(0, 200),
    ],
  ])('%s', ([, before, after]) => {
    const { changes } = diffRevisions(revision(before), revision(after))
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.length).toBeLessThanOrEqual(500)
  })
})

test('two texts with nothing in common end within their limits', () => {
  const words = (prefix: string) => Array.from({ length: 30_000 }, (_, index) => `${prefix}${index}`).join(' ')
  expect(diffRevisions(revision([words('a')]), revision([words('b')])).changes.length).toBeGreaterThan(0)
})

test('a dateline that one reading left before the first words is no change', () => {
  const raw = 'MERROW, March 4 (MPA) -'
  const opening = 'The ferry ran aground on Wednesday.'
  const read: Revision = {
    ...revision([opening]),
    dateline: { value: { place: 'MERROW', raw }, basis: 'explicit', evidence: raw, confidence: 0.9 },
  }
  expect(diffRevisions(revision([`${raw} ${opening}`]), read).changes).toEqual([])
  expect(diffRevisions(read, revision([`${raw} ${opening}`])).changes).toEqual([])
})
