import { detectLanguage, type StoryDocument } from '@dateline/classification'

/** One article of a benchmark, without its labels. */
export type BenchmarkRow = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly date: string | null
  readonly source: string | null
}

export function documentOf({ id, title, text, date, source }: BenchmarkRow, position: number): StoryDocument {
  return {
    articleId: id,
    position,
    title,
    standfirst: null,
    text,
    publishedAt: date,
    seenAt: date ?? '2000-01-01T00:00:00Z',
    host: source,
    publisher: null,
    agency: null,
    language: detectLanguage(`${title}\n${text}`)?.code ?? null,
    entities: [],
    topics: [],
  }
}
