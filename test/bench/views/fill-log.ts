import type { AnyEvent, Extraction } from '@dateline/domain'
import { sha256Hex, uuidV5 } from '@dateline/domain'
import { type Append, appendMany, type Log } from '@dateline/event-store'

const WORDS =
  `harbour council ice vote minister said the of a to in that and for river bridge strike officials Tuesday night
on with were after before court ruling appeal region families shelter water prices rate bank percent growth “quoted” —`
    .split(/\s+/)
    .filter((word) => word !== '')

/** Always the same numbers: figures of two runs are of the same log. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function textOf(random: () => number, words: number): string {
  const paragraphs: string[] = []
  for (let left = words; left > 0; left -= 60) {
    const sentence = Array.from({ length: Math.min(60, left) }, () => WORDS[Math.floor(random() * WORDS.length)])
    paragraphs.push(`${sentence.join(' ')}.`)
  }
  return paragraphs.join('\n\n')
}

const none = { value: null, reason: 'not on the page' }
const said = <Value>(value: Value) => ({ value, basis: 'explicit' as const, evidence: String(value), confidence: 1 })

function extractionOf(random: () => number, words: number): Extraction {
  const text = textOf(random, words)
  const title = textOf(random, 9)
  return {
    title: said(title),
    standfirst: said(textOf(random, 25)),
    byline: said('By Ada Quill and Bo Ferrant, The Harbour Courier'),
    authors: said([
      { name: 'Ada Quill', affiliation: 'The Harbour Courier', place: null },
      { name: 'Bo Ferrant', affiliation: null, place: null },
    ]),
    contributors: none,
    agency: none,
    publisher: said({ name: 'The Harbour Courier', domain: 'harbour-courier.example' }),
    dateline: said({ place: 'PELLWORTH', raw: 'PELLWORTH —' }),
    publishedAt: said({ at: '2026-11-19T08:15:00Z', precision: 'minute' as const, zone: 'stated' as const }),
    modifiedAt: none,
    canonicalUrl: said('https://harbour-courier.example/a'),
    language: said('en'),
    section: said('News'),
    leadImage: said({ url: 'https://harbour-courier.example/i.jpg', caption: title, credit: null }),
    images: [],
    blocks: text.split('\n\n').map((paragraph) => ({ type: 'paragraph' as const, text: paragraph })),
    text,
    links: Array.from({ length: 6 }, (_, index) => ({ url: `https://harbour-courier.example/${index}`, text: title })),
    related: Array.from({ length: 5 }, () => ({ label: 'Read more', title, url: null })),
    foreignSnippets: [],
    keywords: ['harbour', 'ice'],
    marks: { truncated: false, liveBlog: false, correction: null },
    dropped: Array.from({ length: 10 }, () => ({ text: title, rule: 'menu' })),
  }
}

/** Events of an article in the order of the pipeline: listed, fetched, read, classified, grouped. */
const STAGES = 5
export const EVENTS_PER_ARTICLE = STAGES
/** Articles that are under way at the same time, so that their events stand between each other. */
const ABREAST = 200

/** @param words of each text; news articles of today have about 600. */
export async function fillLog(log: Log, articles: number, words: number): Promise<number> {
  await appendMany(log, appends(articles, words))
  return articles * STAGES
}

function* appends(articles: number, words: number): Generator<Append> {
  const random = randomOf(1)
  for (let first = 0; first < articles; first += ABREAST) {
    for (let stage = 0; stage < STAGES; stage++) {
      for (let n = first; n < Math.min(first + ABREAST, articles); n++) yield appendOf(n, stage, words, random)
    }
  }
}

function appendOf(n: number, stage: number, words: number, random: () => number): Append {
  const url = `https://harbour-courier.example/2026/${n}`
  const articleId = `article-${sha256Hex(url).slice(0, 32)}`
  const storyId = `story-${sha256Hex(`story ${n % 5000}`).slice(0, 32)}`
  const event = eventOf(stage, { url, articleId, storyId, words, random })
  const stream = stage === STAGES - 1 ? storyId : articleId
  return { stream, expectedVersion: 'any', events: [event], cause: `bench:${n}:${stage}` }
}

type About = { url: string; articleId: string; storyId: string; words: number; random: () => number }

function eventOf(stage: number, { url, articleId, storyId, words, random }: About): AnyEvent {
  const at = '2026-11-20T10:00:00Z'
  const rawSha256 = sha256Hex(url)
  if (stage === 0) {
    const listed = { listedTitle: textOf(random, 9), listedPublishedAt: null, discoveredAt: at }
    const sourceId = uuidV5('source:bench')
    return { type: 'ArticleDiscovered', data: { url, normalUrl: url, sourceId, via: 'feed', ...listed } }
  }
  if (stage === 1) {
    const about = { bytes: 100_000, httpStatus: 200, contentType: 'text/html', fetchedAt: at }
    return { type: 'ArticleFetched', data: { finalUrl: url, rawSha256, ...about } }
  }
  if (stage === 2) {
    const extraction = extractionOf(random, words)
    const data = { rawSha256, extractor: 'html/1', extraction, contentSha256: sha256Hex(extraction.text) }
    return { type: 'ArticleExtracted', data }
  }
  if (stage === 3) {
    const qcode = `medtop:${Math.floor(random() * 17) + 1}000000`
    const topics = [{ qcode, probability: 0.9, terms: ['harbour', 'ice'] }]
    const terms = Array.from({ length: 20 }, (_, index) => ({ term: `term ${index}`, weight: random() }))
    const names = Array.from({ length: 15 }, (_, index) => `Name ${index}`)
    const entities = names.map((name) => ({ kind: 'person' as const, name, key: name.toLowerCase(), count: 2 }))
    const about = { taxonomy: '2026', model: 'bench', terms, entities, fingerprint: rawSha256 }
    const classification = { language: { code: 'en', probability: 1 }, topics, ...about }
    return { type: 'ArticleClassified', data: { contentSha256: rawSha256, classifier: 'c/1', classification } }
  }
  const about = { nearestArticleId: null, score: 0.8, evidence: 'harbour, ice, vote', grouper: 'g/1' }
  return { type: 'ArticleJoinedStory', data: { storyId, articleId, ...about } }
}
