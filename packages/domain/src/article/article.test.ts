import { describe, expect, test } from 'vitest'
import { IllegalCommandError } from '../errors.ts'
import { type Article, type ArticleCommand, article, unreadBefore } from './article.ts'
import type { ArticleEvent, ArticleEventOf } from './events.ts'
import type { Extraction } from './extraction.ts'

const [OLD, NEW] = ['a'.repeat(64), 'b'.repeat(64)] as const
const [ONE, TWO] = ['1'.repeat(64), '2'.repeat(64)] as const
const AT = '2031-04-05T10:00:00Z'
const URL_ = 'https://gazette.example/2031/04/bridge'

type DataOf<Type extends ArticleEvent['type']> = ArticleEventOf<Type>['data']

const discovery: DataOf<'ArticleDiscovered'> = {
  ...{ url: URL_, normalUrl: URL_, sourceId: null, via: 'submission', listedTitle: null, listedPublishedAt: null },
  discoveredAt: AT,
}
const document = (rawSha256: string): DataOf<'DocumentImported'> => ({
  ...{ kind: 'text', mediaType: 'text/plain', rawSha256, bytes: 1, fileName: null, capturedAt: null, importedAt: AT },
})
const fetch = (rawSha256: string): DataOf<'ArticleFetched'> => ({
  ...{ finalUrl: URL_, rawSha256, bytes: 1, httpStatus: 200, contentType: null, fetchedAt: AT },
})
const failure = (reason: string) => ({ reason, detail: '', httpStatus: null, failedAt: AT })
const extraction = (rawSha256: string, contentSha256: string, extractor = 'html/1'): DataOf<'ArticleExtracted'> => ({
  ...{ rawSha256, extractor, contentSha256, extraction: {} as Extraction },
})
const rejection = (rawSha256: string, extractor = 'html/1'): DataOf<'ArticleRejected'> => ({
  ...{ rawSha256, extractor, reason: 'too-short', evidence: '' },
})
const alias = (rawSha256: string, originalArticleId = 'article-2'): DataOf<'ArticleAliased'> => ({
  ...{ rawSha256, originalArticleId, originalUrl: URL_, evidence: '' },
})
const classification = (contentSha256: string, classifier = 'c/1') =>
  ({ contentSha256, classifier, classification: {} }) as DataOf<'ArticleClassified'>
const copy = (originalArticleId: string): DataOf<'CopyDetected'> => ({
  ...{ originalArticleId, kind: 'exact', containment: 1, inferredAgency: null, evidence: '', matcher: 'm/1' },
})
const noCopy = (originalArticleId: string): DataOf<'CopyRetracted'> => ({
  ...{ originalArticleId, reason: '', evidence: '', matcher: 'm/1' },
})

const stealth = (contentSha256: string): DataOf<'StealthEditDetected'> => ({
  ...{ contentSha256, beforeContentSha256: ONE, changes: [], evidence: '', detector: 'd/1' },
})
const outdated = (contentSha256: string, originalContentSha256 = TWO): DataOf<'CopyOutdated'> => ({
  ...{ contentSha256, originalContentSha256, originalArticleId: 'article-2', correction: null, changes: [] },
  ...{ evidence: '', detector: 'd/1' },
})

const DISCOVER: ArticleCommand = { type: 'DiscoverArticle', data: discovery }
const IMPORT = (raw: string): ArticleCommand => ({ type: 'ImportDocument', data: document(raw) })
const FETCH = (raw: string): ArticleCommand => ({ type: 'RecordFetch', data: fetch(raw) })
const FAIL = (reason: string): ArticleCommand => ({ type: 'RecordUnreachable', data: failure(reason) })
const GONE: ArticleCommand = { type: 'RecordGone', data: { httpStatus: 410, goneAt: AT } }
const EXTRACT = (...data: Parameters<typeof extraction>): ArticleCommand => ({
  type: 'RecordExtraction',
  data: extraction(...data),
})
const REJECT = (...data: Parameters<typeof rejection>): ArticleCommand => ({
  type: 'RecordRejection',
  data: rejection(...data),
})
const ALIAS = (...data: Parameters<typeof alias>): ArticleCommand => ({ type: 'RecordAlias', data: alias(...data) })
const CLASSIFY = (...data: Parameters<typeof classification>): ArticleCommand => ({
  ...{ type: 'RecordClassification', data: classification(...data) },
})
const STEALTH = (content: string): ArticleCommand => ({ type: 'RecordStealthEdit', data: stealth(content) })
const ALTERED = (contentSha256: string): ArticleCommand => ({
  type: 'RecordAlteredCopy',
  data: { ...outdated(contentSha256), sentences: [] },
})
const OUTDATED = (...data: Parameters<typeof outdated>): ArticleCommand => ({
  ...{ type: 'RecordOutdatedCopy', data: outdated(...data) },
})
const UNALTERED = (contentSha256: string): ArticleCommand => ({
  type: 'RetractCopyAlteration',
  data: {
    ...{ originalArticleId: 'article-2', originalContentSha256: NEW, contentSha256 },
    evidence: '',
    detector: 'd/1',
  },
})
const BY = { actor: 'editor@desk.example', reason: 'read by hand' }
const COPY = (original: string, by = {}): ArticleCommand => ({ type: 'RecordCopy', data: { ...copy(original), ...by } })
const NO_COPY = (original: string, by = {}): ArticleCommand => ({
  ...{ type: 'RetractCopy', data: { ...noCopy(original), ...by } },
})

/** Runs commands one after the other, as their jobs would. */
function run(commands: readonly ArticleCommand[]): { state: Article; events: ArticleEvent[] } {
  let state = article.initial
  const events: ArticleEvent[] = []
  for (const command of commands) {
    const decided = article.decide(command, state)
    events.push(...decided)
    state = decided.reduce(article.evolve, state)
  }
  return { state, events }
}

const WITHDRAW: ArticleCommand = { type: 'WithdrawArticle', data: { reason: 'by order of a court', withdrawnAt: AT } }

const read = [DISCOVER, FETCH(OLD), EXTRACT(OLD, ONE)]
const overtaken = [DISCOVER, IMPORT(OLD), FETCH(NEW)]

describe('records', () => {
  test.for<[string, ArticleCommand[], string[]]>([
    ['a discovery', [DISCOVER], ['ArticleDiscovered']],
    [
      'an import, then the original',
      [DISCOVER, IMPORT(OLD), FETCH(NEW)],
      ['ArticleDiscovered', 'DocumentImported', 'ArticleFetched'],
    ],
    [
      'the original though its bytes were imported',
      [DISCOVER, IMPORT(OLD), FETCH(OLD)],
      ['ArticleDiscovered', 'DocumentImported', 'ArticleFetched'],
    ],
    [
      'another scrape',
      [DISCOVER, IMPORT(OLD), IMPORT(NEW)],
      ['ArticleDiscovered', 'DocumentImported', 'DocumentImported'],
    ],
  ])('%s', ([, commands, types]) => expect(run(commands).events.map(({ type }) => type)).toEqual(types))

  test.for<[string, ArticleCommand[], ArticleCommand, string]>([
    ['other bytes', read, FETCH(NEW), 'ArticleFetched'],
    ['the same bytes after it was gone', [...read, GONE], FETCH(OLD), 'ArticleFetched'],
    ['another failure', [DISCOVER, FAIL('timeout')], FAIL('server-error'), 'ArticleUnreachable'],
    [
      'the same failure after a success',
      [DISCOVER, FAIL('timeout'), FETCH(OLD)],
      FAIL('timeout'),
      'ArticleUnreachable',
    ],
    ['a withdrawal', read, WITHDRAW, 'ArticleWithdrawn'],
    ['another text as a revision', [...read, FETCH(NEW)], EXTRACT(NEW, TWO), 'ArticleExtracted'],
    ['another text by a newer extractor', read, EXTRACT(OLD, TWO, 'html/2'), 'ArticleExtracted'],
    [
      'the same text after a rejection',
      [...read, FETCH(NEW), REJECT(NEW), FETCH(OLD)],
      EXTRACT(OLD, ONE),
      'ArticleExtracted',
    ],
    ['a rejection', [DISCOVER, FETCH(OLD)], REJECT(OLD), 'ArticleRejected'],
    ['a rejection by a newer extractor', [DISCOVER, FETCH(OLD), REJECT(OLD)], REJECT(OLD, 'html/2'), 'ArticleRejected'],
    ['an alias', [DISCOVER, FETCH(OLD)], ALIAS(OLD), 'ArticleAliased'],
    ['an alias of another original', [DISCOVER, FETCH(OLD), ALIAS(OLD)], ALIAS(OLD, 'article-3'), 'ArticleAliased'],
    ['a classification', read, CLASSIFY(ONE), 'ArticleClassified'],
    ['a classification by a newer classifier', [...read, CLASSIFY(ONE)], CLASSIFY(ONE, 'c/2'), 'ArticleClassified'],
    ['a copy', read, COPY('article-2'), 'CopyDetected'],
    ['a stealth edit', [...read, FETCH(NEW), EXTRACT(NEW, TWO)], STEALTH(TWO), 'StealthEditDetected'],
    ['a copy that lags behind', read, OUTDATED(ONE), 'CopyOutdated'],
    ['a copy that says something else', read, ALTERED(ONE), 'CopyAltered'],
    [
      'a copy that says something else in its next text',
      [...read, ALTERED(ONE), FETCH(NEW), EXTRACT(NEW, TWO)],
      ALTERED(TWO),
      'CopyAltered',
    ],
    ['a copy that lags further behind', [...read, OUTDATED(ONE)], OUTDATED(ONE, NEW), 'CopyOutdated'],
    [
      'a copy that lags behind in another text',
      [...read, OUTDATED(ONE), FETCH(NEW), EXTRACT(NEW, TWO)],
      OUTDATED(TWO),
      'CopyOutdated',
    ],
    ['a scrape that its original has overtaken', overtaken, EXTRACT(OLD, ONE), 'ArticleExtracted'],
    ['the original after such a scrape', [...overtaken, EXTRACT(OLD, ONE)], EXTRACT(NEW, TWO), 'ArticleExtracted'],
    ['a copy of another', [...read, COPY('article-2')], COPY('article-3'), 'CopyDetected'],
    ['that it is no copy any more', [...read, COPY('article-2')], NO_COPY('article-2'), 'CopyRetracted'],
    ['a copy again', [...read, COPY('article-2'), NO_COPY('article-2')], COPY('article-2'), 'CopyDetected'],
    ['a copy that a person confirms', [...read, COPY('article-2')], COPY('article-2', BY), 'CopyDetected'],
    ['a person’s change of mind', [...read, COPY('article-2', BY)], NO_COPY('article-2', BY), 'CopyRetracted'],
    [
      'a copy whose original a person has found to be one',
      [...read, COPY('article-2', BY)],
      COPY('article-3'),
      'CopyDetected',
    ],
    [
      'an alteration that the original has taken over',
      [...read, ALTERED(ONE)],
      UNALTERED(ONE),
      'CopyAlterationRetracted',
    ],
  ])('%s', ([, given, command, type]) => {
    const { state } = run(given)
    const events = article.decide(command, state)
    expect(events.map((event) => event.type)).toEqual([type])
    // Running the same job again is harmless.
    expect(article.decide(command, events.reduce(article.evolve, state))).toEqual([])
  })
})

describe('answers with nothing', () => {
  test.for<[string, ArticleCommand[], ArticleCommand]>([
    ['a second discovery', [DISCOVER], DISCOVER],
    ['the same scrape', [DISCOVER, IMPORT(OLD)], IMPORT(OLD)],
    ['a scrape of what was fetched', [DISCOVER, FETCH(OLD)], IMPORT(NEW)],
    ['the same bytes', [DISCOVER, FETCH(OLD)], FETCH(OLD)],
    ['the same failure', [DISCOVER, FAIL('timeout')], FAIL('timeout')],
    ['gone twice', [DISCOVER, GONE], GONE],
    ['an extraction of bytes older than those that were read', [...overtaken, EXTRACT(NEW, TWO)], EXTRACT(OLD, ONE)],
    ['a rejection of bytes older than those that were read', [...overtaken, EXTRACT(NEW, TWO)], REJECT(OLD)],
    ['an alias by bytes older than those that were read', [...overtaken, REJECT(NEW)], ALIAS(OLD)],
    [
      'an older capture that comes late, after a newer one said nothing new',
      [...read, FETCH('c'.repeat(64)), FETCH(NEW), EXTRACT(NEW, ONE)],
      EXTRACT('c'.repeat(64), TWO),
    ],
    ['bytes that were read once, by a newer extractor', [...read, FETCH(NEW)], EXTRACT(OLD, TWO, 'html/2')],
    ['an extraction before any fetch', [DISCOVER], EXTRACT(OLD, ONE)],
    ['the same text in other furniture', [...read, FETCH(NEW)], EXTRACT(NEW, ONE)],
    ['the same text by a newer extractor', read, EXTRACT(OLD, ONE, 'html/2')],
    ['the same classification', [...read, CLASSIFY(ONE)], CLASSIFY(ONE)],
    ['a classification of an older text', [...read, FETCH(NEW), EXTRACT(NEW, TWO)], CLASSIFY(ONE)],
    ['a later crawl of what was withdrawn', [...read, WITHDRAW], DISCOVER],
    ['other bytes of what was withdrawn', [...read, WITHDRAW], FETCH(NEW)],
    ['a stealth edit of an older text', [...read, FETCH(NEW), EXTRACT(NEW, TWO)], STEALTH(ONE)],
    ['an alteration once more', [...read, ALTERED(ONE)], ALTERED(ONE)],
    ['an alteration of an older text', [...read, FETCH(NEW), EXTRACT(NEW, TWO)], ALTERED(ONE)],
    ['a lag of an older text', [...read, FETCH(NEW), EXTRACT(NEW, TWO)], OUTDATED(ONE)],
    ['the same copy', [...read, COPY('article-2')], COPY('article-2')],
    ['a copy that a person has denied', [...read, COPY('article-2'), NO_COPY('article-2', BY)], COPY('article-2')],
    ['no copy any more, where a person has said it is one', [...read, COPY('article-2', BY)], NO_COPY('article-2')],
    ['no copy of what it is no copy of', [...read, COPY('article-2')], NO_COPY('article-3')],
    ['no alteration where there was none', read, UNALTERED(ONE)],
    ['no alteration of an older text', [...read, ALTERED(ONE), FETCH(NEW), EXTRACT(NEW, TWO)], UNALTERED(ONE)],
  ])('%s', ([, given, command]) => expect(article.decide(command, run(given).state)).toEqual([]))
})

describe('before a capture is read', () => {
  const MIDDLE = 'c'.repeat(64)

  test.for<[string, ArticleCommand[], string[]]>([
    ['the scrape that it has overtaken', overtaken, [OLD]],
    [
      'all that came before, where nothing was read yet',
      [DISCOVER, FETCH(OLD), FETCH(MIDDLE), FETCH(NEW)],
      [OLD, MIDDLE],
    ],
    [
      'a scrape after one that was read',
      [DISCOVER, IMPORT(OLD), EXTRACT(OLD, ONE), IMPORT(MIDDLE), FETCH(NEW)],
      [MIDDLE],
    ],
    ['nothing of what was read', [...read, FETCH(NEW)], []],
    ['not the captures in between, of which one said nothing new', [...read, FETCH(MIDDLE), FETCH(NEW)], []],
    ['nothing, if it was read itself', [...overtaken, EXTRACT(NEW, TWO)], []],
  ])('is read: %s', ([, commands, expected]) => expect(unreadBefore(run(commands).events, NEW)).toEqual(expected))

  test('is read what an attempt that was cut off had left', () => {
    const { events } = run([DISCOVER, FETCH(OLD), FETCH(MIDDLE), FETCH(NEW), EXTRACT(OLD, ONE)])
    expect(unreadBefore(events, NEW)).toEqual([MIDDLE])
  })

  test('a bounded number', () => {
    const captures = Array.from({ length: 50 }, (_, index) => FETCH(`${index}`.padStart(64, '0')))
    expect(unreadBefore(run([DISCOVER, ...captures, FETCH(NEW)]).events, NEW)).toHaveLength(19)
  })
})

test('failures in a row are counted until one fetch succeeds', () => {
  const { events } = run([DISCOVER, FAIL('timeout'), FAIL('server-error'), FETCH(OLD), FAIL('timeout')])
  const failures = events.filter((event) => event.type === 'ArticleUnreachable').map(({ data }) => data.failures)
  expect(failures).toEqual([1, 2, 1])
})

test.for([
  IMPORT(OLD),
  FETCH(OLD),
  FAIL('timeout'),
  GONE,
  EXTRACT(OLD, ONE),
  REJECT(OLD),
  ALIAS(OLD),
  CLASSIFY(ONE),
  COPY('article-2'),
  STEALTH(ONE),
  OUTDATED(ONE),
  ALTERED(ONE),
])('$type is refused for an article nobody discovered', (command) =>
  expect(() => article.decide(command, article.initial)).toThrow(IllegalCommandError),
)
