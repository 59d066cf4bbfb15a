import { readPage } from '@dateline/extraction'

/** For benchmarks: the fields of a page whatever its verdict, the body with its standfirst and dateline as printed. */
export function extract(html: string, url: string | null) {
  const { title, authors, publishedAt, standfirst, dateline, text } = readPage({
    html,
    url,
    capturedAt: null,
  }).extraction
  const when = publishedAt.value
  const lines = [standfirst.value, dateline.value === null ? text : `${dateline.value.raw} ${text}`]
  return {
    title: title.value,
    author: authors.value?.map(({ name }) => name) ?? [],
    date: when?.at ?? null,
    text: lines.filter((line) => line !== null).join('\n\n'),
  }
}
