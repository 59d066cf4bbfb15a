import type { Extraction } from '@dateline/domain'
import { readPage } from './read-page.ts'

/** For tests: a sentence, and the page of an article made of it, with what a test puts around the text. */
export const SENTENCE = 'The council met on Friday and agreed to repair the sea wall before the winter storms arrive. '
const PARAGRAPHS = [2, 3, 2].map((times) => `<p>${SENTENCE.repeat(times)}</p>`).join('')

/** A block of JSON-LD for the head. */
export function newsArticle(data: object): string {
  const stated = { '@context': 'https://schema.org', '@type': 'NewsArticle', ...data }
  return `<script type="application/ld+json">${JSON.stringify(stated)}</script>`
}

/** @param top HTML above the text. @param foot HTML below it. */
export function readSeaWall(
  head: string,
  top: string,
  url = 'https://www.post.example/news/sea-wall',
  foot = '',
): Extraction {
  const article = `${top}<div class="story">${PARAGRAPHS}</div>${foot}`
  const html = `<!doctype html><html lang="en"><head>${head}</head><body><main><article>${article}</article></main></body></html>`
  return readPage({ html, url, capturedAt: '2026-06-01T00:00:00Z' }).extraction
}
