import { stemsOf } from '../text/read-text.ts'
import { sentencesOf } from '../text/sentences.ts'
import { dayOf, type StoryDocument } from './document.ts'

/** One step of a story, told by one of its own articles. */
export type TimelineEntry = {
  /** UTC day, e.g. "2031-03-04". */
  readonly day: string
  readonly articleId: string
  readonly title: string
  /** The sentence of the article that says most of what was new that day; null: nothing was. */
  readonly sentence: string | null
  /** Articles of that day. */
  readonly articles: number
}

const DAYS_MAX = 120
const DAY_MS = 86_400_000

/** Words that several articles of a day use and none before did are its news; those of a headline count as so many uses. */
const TITLE_USES = 4
const ARTICLES_READ_MAX = 40
/** A report begins with what has happened. */
const LEAD_FACTOR = 1.5
const SENTENCE_CHARS_MIN = 40
const SENTENCE_CHARS_MAX = 400

/** What a story's days brought, in their articles' own words; what nobody has dated is left out. Extractive: nothing is put together or made up. */
export function timelineOf(documents: readonly StoryDocument[]): TimelineEntry[] {
  const dated = documents.filter((document) => !Number.isNaN(dayOf(document)))
  const days = Map.groupBy(dated, (document) => Math.floor(dayOf(document)))
  const known = new Set<string>()
  return [...days]
    .sort(([a], [b]) => a - b)
    .slice(0, DAYS_MAX)
    .map(([day, articles]) => entryOf(day, articles, known))
}

function entryOf(day: number, articles: readonly StoryDocument[], known: Set<string>): TimelineEntry {
  const ordered = articles.toSorted((a, b) => a.position - b.position).slice(0, ARTICLES_READ_MAX)
  const read = ordered.map((document) => new Set(stemsOf(`${document.title}\n${document.text}`, document.language)))
  const titles = ordered.map(({ title, language }) => new Set(stemsOf(title, language)))
  const uses = new Map<string, number>()
  const use = (stems: ReadonlySet<string>, count: number) => {
    for (const stem of stems) if (!known.has(stem)) uses.set(stem, (uses.get(stem) ?? 0) + count)
  }
  for (const stems of read) use(stems, 1)
  for (const stems of titles) use(stems, TITLE_USES)
  const newsOf = (text: string, language: string | null): number => {
    let sum = 0
    const stems = new Set(stemsOf(text, language))
    for (const stem of stems) sum += uses.get(stem) ?? 0
    return sum / Math.sqrt(stems.size || 1)
  }
  const told = most(ordered, ({ title, language }) => newsOf(title, language))
  const sentences = sentencesOf(told.text).filter(
    ({ length }) => length >= SENTENCE_CHARS_MIN && length <= SENTENCE_CHARS_MAX,
  )
  const sentence =
    sentences.length === 0
      ? null
      : most(sentences, (text) => newsOf(text, told.language) * (text === sentences[0] ? LEAD_FACTOR : 1))
  for (const stems of read) for (const stem of stems) known.add(stem)
  const { articleId, title } = told
  const isNews = sentence !== null && newsOf(sentence, told.language) > 0
  return {
    day: new Date(day * DAY_MS).toISOString().slice(0, 10),
    articleId,
    title,
    sentence: isNews ? sentence : null,
    articles: articles.length,
  }
}

/** The first of those with the highest score. */
function most<Item>(items: readonly Item[], score: (item: Item) => number): Item {
  const scores = items.map(score)
  return items[scores.indexOf(Math.max(...scores))]!
}
