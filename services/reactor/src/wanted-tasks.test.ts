import type { AnyEvent, Recorded } from '@dateline/domain'
import { expect, test } from 'vitest'
import { wantedTasks } from './wanted-tasks.ts'

const SHA = 'a'.repeat(64)
const discovered = (via: string, url: string | null) => ({ type: 'ArticleDiscovered', data: { url, via } })

function recorded(event: { type: string; data: object }): Recorded<AnyEvent> {
  return { ...event, position: 7, stream: 'article-1' } as unknown as Recorded<AnyEvent>
}

test.for([
  { name: 'a listed URL is fetched', event: discovered('feed', 'https://a.example/1'), wanted: ['fetch-article'] },
  {
    name: 'an original that a scrape names is fetched',
    event: discovered('original-url', 'https://a.example/1'),
    wanted: ['fetch-article'],
  },
  {
    name: 'a captured page is not asked of the web again',
    event: discovered('import', 'https://a.example/1'),
    wanted: [],
  },
  { name: 'a document without URL cannot be fetched', event: discovered('import', null), wanted: [] },
  {
    name: 'fetched bytes are read',
    event: { type: 'ArticleFetched', data: { rawSha256: SHA } },
    wanted: ['extract-article'],
  },
  {
    name: 'an imported document is read',
    event: { type: 'DocumentImported', data: { rawSha256: SHA } },
    wanted: ['extract-article'],
  },
  {
    name: 'an extracted article is classified',
    event: { type: 'ArticleExtracted', data: { contentSha256: SHA } },
    wanted: ['classify-article'],
  },
  { name: 'a rejected page asks for nothing', event: { type: 'ArticleRejected', data: {} }, wanted: [] },
  { name: 'a source event asks for no article', event: { type: 'SourceRegistered', data: {} }, wanted: [] },
])('$name', ({ event, wanted }) => {
  const result = wantedTasks([recorded(event)])
  expect(result.wanted.map(({ name }) => name)).toEqual(wanted)
  for (const task of result.wanted)
    expect(task).toMatchObject({ key: 'article-1', cause: 7, data: { articleId: 'article-1' } })
})

test('of an article that is gone no fetch is wanted any more', () => {
  expect(wantedTasks([recorded({ type: 'ArticleGone', data: {} })]).overtaken).toEqual(['article-1'])
})
