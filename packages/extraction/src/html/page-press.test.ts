import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPage } from './read-page.ts'

/** One page as papers of its language print it, without data for machines: everything stands in what readers see. */
type Press = {
  lang: string
  title: string
  /** The lines between headline and text, as markup. */
  head: string
  /** Under the lead picture: caption, credit. */
  figure: [caption: string, credit: string]
  paragraphs: [string, string, string]
  /** Heading and teasers of a box between the paragraphs. */
  related: [heading: string, ...teasers: string[]]
  foot?: string
  /** Behind the headline in the title of the window. */
  site?: string
  /** Fields of the truth that are not read yet: none is better than a wrong one. */
  unread?: ('authors' | 'place')[]
  truth: {
    authors: string[]
    agency: string | null
    place: string | null
    /** As `at` says it; the day where no zone is known to hold. */
    published: string | null
    /** The first paragraph without its dateline. */
    opening: string
    credit: string
  }
}

const folder = join(import.meta.dirname, '../../golden-press')
const PRESS = globSync('*.json', { cwd: folder })
  .sort()
  .map((name) => ({ name, page: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Press }))

/** Layouts as templates write them: what stands before and around the text differs, the words are the page's own. */
const html = ({ lang, title, head, figure, paragraphs, related, foot = '', site }: Press, index: number) => {
  const [heading, ...teasers] = related
  const dir = /^(?:ar|he|fa|ur)/.test(lang) ? ' dir="rtl"' : ''
  const links = teasers.map((teaser, i) => `<li><a href="/a/${i}">${teaser}</a></li>`).join('')
  const picture =
    index % 2 === 0
      ? `<figure><img src="/img/1.jpg" alt=""><figcaption>${figure[0]} <span class="credit">${figure[1]}</span></figcaption></figure>`
      : `<div class="photo"><img src="/img/1.jpg" alt=""><p class="caption">${figure[0]}</p><p class="copyright">${figure[1]}</p></div>`
  const box =
    index % 3 === 0
      ? `<div class="box"><b>${heading}</b><ul>${links}</ul></div>`
      : `<aside><h3>${heading}</h3><ul>${links}</ul></aside>`
  const [first, second, third] = paragraphs.map((text) => `<p>${text}</p>`)
  const menu = teasers.map((teaser) => `<a href="/s/${teaser.length}">${teaser.split(' ')[0]}</a>`).join(' ')
  return `<!doctype html><html lang="${lang}"${dir}><head><meta charset="utf-8"><title>${title}${site === undefined ? '' : ` | ${site}`}</title></head><body>
    <header><nav>${menu}</nav></header>
    <main><h1>${title}</h1>${head}${picture}<div class="text">${first}${second}${box}${third}${foot}</div></main>
    <footer><p>© 2026</p></footer></body></html>`
}

const fieldsOf = (page: Press, index: number) => {
  const url = `https://press.example/news/${index}`
  const { extraction, rejection } = readPage({ html: html(page, index), url, capturedAt: '2026-03-06T12:00:00Z' })
  const { title, authors, agency, dateline, publishedAt, text, blocks, related, images } = extraction
  return {
    verdict: rejection?.reason ?? 'article',
    title: title.value,
    authors: authors.value?.map(({ name }) => name) ?? [],
    agency: agency.value?.id ?? null,
    place: dateline.value?.place ?? null,
    published: publishedAt.value?.at.slice(0, page.truth.published?.length) ?? null,
    opening: blocks.find(({ type }) => type === 'paragraph'),
    text,
    related,
    image: images[0] ?? null,
  }
}

describe('a page of the press', () => {
  test('papers of at least 20 languages', () => {
    expect(new Set(PRESS.map(({ page }) => page.lang.slice(0, 2))).size).toBeGreaterThanOrEqual(20)
  })

  test.for(PRESS.map(({ name, page }, index) => [name, page, index] as const))('%s', ([, page, index]) => {
    const { opening, text, related, image, ...found } = fieldsOf(page, index)
    const { truth } = page
    const isPlaceUnread = page.unread?.includes('place') === true
    expect({
      ...found,
      opening: opening?.type === 'paragraph' ? opening.text.slice(0, truth.opening.length) : null,
      teasers: page.related.slice(1).filter((teaser) => text.includes(teaser)),
      captions: page.figure.filter((words) => text.includes(words)),
      ends: page.paragraphs.slice(1).every((words) => text.includes(words.replace(/<[^>]+>/g, ''))),
      related: related.length,
      caption: image?.caption ?? null,
      credit: image?.credit?.includes(truth.credit) ?? false,
    }).toEqual({
      verdict: 'article',
      title: page.title,
      authors: page.unread?.includes('authors') ? [] : truth.authors,
      agency: truth.agency,
      place: isPlaceUnread ? null : truth.place,
      published: truth.published,
      opening: isPlaceUnread ? page.paragraphs[0].slice(0, truth.opening.length) : truth.opening,
      teasers: [],
      captions: [],
      ends: true,
      related: page.related.length - 1,
      caption: page.figure[0],
      credit: true,
    })
  })
})
