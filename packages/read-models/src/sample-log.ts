import { createHash } from 'node:crypto'
import type { Database } from '@dateline/database'
import { type AnyEvent, type Extraction, sha256Hex, uuidV5 } from '@dateline/domain'

/** A made-up log for tests, written by the database's own function: this package knows no event store. */
export type SampleEvent = { readonly stream: string; readonly event: AnyEvent }

let calls = 0

/** @param schemaVersion of the shape they claim to have. @returns position of the last event. */
export async function append({ pool }: Database, events: readonly SampleEvent[], schemaVersion = 1): Promise<number> {
  let last = 0
  for (const { stream, event } of events) {
    const data = JSON.stringify(event.data)
    const salt = Buffer.alloc(16, calls)
    const sha = createHash('sha256').update(salt).update(data).digest()
    const cause = `sample:${calls++}`
    const { rows } = await pool.query<{ position: number }>(
      `select answer[5] as position
         from log.write_group(array[row(1, 1, null, $8, $3, $5, $5, $6, null, $1, $2, $4)::log.new_event], array[$7], 0, 0, 1, 0)
           as answer`,
      [stream, event.type, uuidV5(cause), cause, sha, salt, data, schemaVersion],
    )
    last = Number(rows[0]!.position)
  }
  return last
}

export const articleId = (name: string) => `article-${sha256Hex(name).slice(0, 32)}`
export const storyId = (name: string) => `story-${sha256Hex(name).slice(0, 32)}`
export const SOURCE_ID = uuidV5('source:the-harbour-courier')

const none = { value: null, reason: 'not on the page' }
const said = <Value>(value: Value) => ({ value, basis: 'explicit' as const, evidence: String(value), confidence: 1 })

export function extractionOf(title: string, text: string, more: Partial<Extraction> = {}): Extraction {
  return {
    title: said(title),
    standfirst: none,
    byline: said('By Ada Quill, The Harbour Courier'),
    authors: said([{ name: 'Ada Quill', affiliation: 'The Harbour Courier', place: null }]),
    contributors: none,
    agency: none,
    publisher: said({ name: 'The Harbour Courier', domain: 'harbour-courier.example' }),
    dateline: said({ place: 'PELLWORTH', raw: 'PELLWORTH —' }),
    publishedAt: said({ at: '2026-11-19', precision: 'day' as const, zone: 'none' as const }),
    modifiedAt: none,
    canonicalUrl: none,
    language: said('en-GB'),
    section: none,
    leadImage: none,
    images: [],
    blocks: text.split('\n\n').map((paragraph) => ({ type: 'paragraph' as const, text: paragraph })),
    text,
    links: [],
    related: [],
    foreignSnippets: [],
    keywords: [],
    marks: { truncated: false, liveBlog: false, correction: null },
    dropped: [],
    ...more,
  }
}

export function discovered(name: string, sourceId: string | null = SOURCE_ID): SampleEvent {
  const url = `https://harbour-courier.example/${name}`
  const data = { url, normalUrl: url, sourceId, via: 'feed' as const, listedTitle: `Listed ${name}` }
  const times = { listedPublishedAt: null, discoveredAt: '2026-11-20T10:00:00Z' }
  return { stream: articleId(name), event: { type: 'ArticleDiscovered', data: { ...data, ...times } } }
}

export function fetched(name: string, bytes = name): SampleEvent {
  const finalUrl = `https://harbour-courier.example/${name}`
  const about = { bytes: 1000, httpStatus: 200, contentType: 'text/html', fetchedAt: '2026-11-20T10:00:01Z' }
  const data = { finalUrl, rawSha256: sha256Hex(bytes), ...about }
  return { stream: articleId(name), event: { type: 'ArticleFetched', data } }
}

export function extracted(name: string, title: string, more: Partial<Extraction> = {}, bytes = name): SampleEvent {
  const text = more.text ?? `The harbour of ${name} froze.\n\nNobody was hurt.`
  const extraction = extractionOf(title, text, more)
  const contentSha256 = sha256Hex(title + text)
  const data = { rawSha256: sha256Hex(bytes), extractor: 'html/1', extraction, contentSha256 }
  return { stream: articleId(name), event: { type: 'ArticleExtracted', data } }
}

export function classified(name: string, topics: Readonly<Record<string, number>>): SampleEvent {
  const verdicts = Object.entries(topics).map(([qcode, probability]) => ({ qcode, probability, terms: ['harbour'] }))
  const language = { code: 'en', probability: 0.99 }
  const about = { taxonomy: '2026-01', model: 'none', terms: [], entities: [], fingerprint: sha256Hex(name) }
  const classification = { language, topics: verdicts, ...about }
  const data = { contentSha256: sha256Hex(name), classifier: 'topics/1', classification }
  return { stream: articleId(name), event: { type: 'ArticleClassified', data } }
}

export function copied(name: string, of: string): SampleEvent {
  const about = {
    kind: 'edited' as const,
    containment: 0.875,
    inferredAgency: 'AP',
    evidence: 'same words',
    matcher: 'm/1',
  }
  const data = { originalArticleId: articleId(of), ...about }
  return { stream: articleId(name), event: { type: 'CopyDetected', data } }
}

export function noCopy(name: string, of: string): SampleEvent {
  const data = { originalArticleId: articleId(of), reason: 'another text now', evidence: 'no words', matcher: 'm/1' }
  return { stream: articleId(name), event: { type: 'CopyRetracted', data } }
}

export function edited(name: string): SampleEvent {
  const changes = [{ kind: 'headline' as const, before: 'Harbour: ice', after: 'Harbour: thick ice', paragraph: null }]
  const about = { beforeContentSha256: sha256Hex('before'), changes, evidence: 'no notice', detector: 'd/1' }
  const data = {
    contentSha256: sha256Hex(`Harbour: thick ${name}The harbour of ${name} froze.\n\nNobody was hurt.`),
    ...about,
  }
  return { stream: articleId(name), event: { type: 'StealthEditDetected', data } }
}

export function altered(name: string, from: string): SampleEvent {
  const changes = [{ kind: 'number' as const, before: '11', after: '12', paragraph: null }]
  const sentences = [{ original: 'There were 11 ships.', copy: 'There were 12 ships.' }]
  const texts = { originalContentSha256: sha256Hex(from), contentSha256: sha256Hex(name) }
  const about = { ...texts, changes, sentences, evidence: '“12 ships”', detector: 'd/1' }
  return {
    stream: articleId(name),
    event: { type: 'CopyAltered', data: { originalArticleId: articleId(from), ...about } },
  }
}

export function unaltered(name: string, from: string): SampleEvent {
  const texts = { originalContentSha256: sha256Hex(`later ${from}`), contentSha256: sha256Hex(name) }
  const data = { originalArticleId: articleId(from), ...texts, evidence: 'says 12 ships by now', detector: 'd/1' }
  return { stream: articleId(name), event: { type: 'CopyAlterationRetracted', data } }
}

export function outdated(name: string, by: string): SampleEvent {
  const about = { correction: 'Sorry.', changes: [], evidence: 'still there', detector: 'd/1' }
  const originalContentSha256 = sha256Hex('corrected')
  const data = { originalArticleId: articleId(by), originalContentSha256, contentSha256: sha256Hex(name), ...about }
  return { stream: articleId(name), event: { type: 'CopyOutdated', data } }
}

export function opened(story: string, founder: string): SampleEvent {
  const data = { storyId: storyId(story), articleId: articleId(founder), label: `Story ${story}`, grouper: 'g/1' }
  return { stream: storyId(story), event: { type: 'StoryOpened', data } }
}

export function joined(story: string, name: string, score = 0.75): SampleEvent {
  const about = { nearestArticleId: null, score, evidence: 'harbour, ice', grouper: 'g/1' }
  const data = { storyId: storyId(story), articleId: articleId(name), ...about }
  return { stream: storyId(story), event: { type: 'ArticleJoinedStory', data } }
}

export function left(story: string, name: string, to: string | null): SampleEvent {
  const movedToStoryId = to === null ? null : storyId(to)
  const data = { storyId: storyId(story), articleId: articleId(name), reason: 'closer to another', movedToStoryId }
  return { stream: storyId(story), event: { type: 'ArticleLeftStory', data } }
}

export function merged(story: string, into: string): SampleEvent {
  const data = { storyId: storyId(story), intoStoryId: storyId(into), reason: 'alike' }
  return { stream: storyId(story), event: { type: 'StoryMerged', data } }
}

export function registered(): SampleEvent {
  const url = 'https://harbour-courier.example/feed.xml'
  const about = { name: null, schedule: { kind: 'adaptive' as const }, registeredAt: '2026-11-20T09:00:00Z' }
  const data = { sourceId: SOURCE_ID, kind: 'feed' as const, url, ...about }
  return { stream: `source-${SOURCE_ID}`, event: { type: 'SourceRegistered', data } }
}

/** Every kind of event, over several articles and two stories. */
export function sampleLog(): SampleEvent[] {
  const source = `source-${SOURCE_ID}`
  const at = '2026-11-20T12:00:00Z'
  const names = ['ice', 'flood', 'strike', 'fog', 'tide']
  return [
    registered(),
    ...names.map((name) => discovered(name, name === 'tide' ? null : SOURCE_ID)),
    ...names.map((name) => fetched(name)),
    ...['ice', 'flood', 'strike'].map((name) => extracted(name, `Harbour: ${name}`)),
    classified('ice', { 'medtop:17000000': 0.9, 'medtop:03000000': 0.6 }),
    classified('flood', { 'medtop:03000000': 0.8 }),
    opened('winter', 'ice'),
    joined('winter', 'ice', 1),
    joined('winter', 'flood'),
    opened('water', 'strike'),
    joined('water', 'strike', 1),
    copied('flood', 'ice'),
    fetched('ice', 'ice-2'),
    extracted(
      'ice',
      'Harbour: thick ice',
      { marks: { truncated: false, liveBlog: false, correction: 'Sorry.' } },
      'ice-2',
    ),
    edited('ice'),
    classified('ice', { 'medtop:17000000': 0.95 }),
    outdated('flood', 'ice'),
    altered('flood', 'ice'),
    left('winter', 'flood', 'water'),
    joined('water', 'flood'),
    {
      stream: articleId('fog'),
      event: {
        type: 'ArticleRejected',
        data: { rawSha256: sha256Hex('fog'), extractor: 'html/1', reason: 'too-short', evidence: '3 words' },
      },
    },
    {
      stream: articleId('tide'),
      event: {
        type: 'ArticleUnreachable',
        data: { reason: 'timeout', detail: '15 s', httpStatus: null, failures: 1, failedAt: at },
      },
    },
    { stream: source, event: { type: 'SourceFailing', data: { reason: 'timeout', detail: '15 s', failingAt: at } } },
    {
      stream: source,
      event: {
        type: 'SourceLayoutDrifted',
        data: {
          host: 'harbour-courier.example',
          measures: [{ name: 'length', before: 2400, now: 260 }],
          evidence: 'a tenth of the text on 9 of the last 10 pages',
          driftedAt: at,
        },
      },
    },
    {
      stream: `listing-${SOURCE_ID}`,
      event: {
        type: 'UrlsListed',
        data: {
          sourceId: SOURCE_ID,
          articleIds: names.map(articleId),
          refused: [{ url: 'mailto:desk@harbour-courier.example', reason: 'not-http' }],
          listedAt: at,
        },
      },
    },
    { stream: source, event: { type: 'SourceFellSilent', data: { lastNewAt: at, detail: 'for days', silentAt: at } } },
    {
      stream: source,
      event: {
        type: 'SourceListingsFound',
        data: {
          listings: [{ url: 'https://a.example/f', kind: 'feed', title: null, basis: 'declared' }],
          foundAt: at,
        },
      },
    },
    { stream: source, event: { type: 'SourceSpokeAgain', data: { spokeAt: at } } },
    { stream: articleId('tide'), event: { type: 'ArticleGone', data: { httpStatus: 410, goneAt: at } } },
    joined('winter', 'strike'),
    merged('water', 'winter'),
    { stream: source, event: { type: 'SourceRecovered', data: { recoveredAt: at } } },
  ]
}

export function withdrawn(name: string): SampleEvent {
  const data = { reason: 'by order of a court', withdrawnAt: '2026-11-21T10:00:00Z' }
  return { stream: articleId(name), event: { type: 'ArticleWithdrawn', data } }
}

/** Deletes the bodies of a stream as a lawful erasure does, all but the last. */
export async function eraseBodies({ pool }: Database, stream: string): Promise<void> {
  await pool.query(`begin; set local session_replication_role = replica;
    update log.event set salt = null, data = null where stream = '${stream}'
      and version < (select max(version) from log.event where stream = '${stream}'); commit`)
}
