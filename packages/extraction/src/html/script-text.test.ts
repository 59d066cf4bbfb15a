import { describe, expect, test } from 'vitest'
import { extract } from '../extract.ts'

const PARAGRAPHS = [
  'The harbour board of Aldern voted on Tuesday to close the old fish quay to lorries, after three winters of complaints.',
  'Its chair, Mirel Osk, said the "narrow" bridge had been hit eleven times since 2019 and could not be mended once more.',
  'Traders at the quay fear for their mornings. One of them, who has sold herring there for forty years, called it a pity.',
  'The board will hear them again in May, before the first stones are laid; the town pays for a way around the market hall.',
  'A second vote, on the price of the berths, was put off until the accounts of the last two years have been examined.',
]
const MARKUP = PARAGRAPHS.map((text) => `<p class="text">${text}</p>`).join('\n')
const ESCAPED = MARKUP.replaceAll('<', '\\u003c')
  .replaceAll('>', '\\u003e')
  .replaceAll('"', '\\"')
  .replaceAll('\n', '\\n')
const OTHER = MARKUP.replaceAll('harbour', 'railway').replaceAll('quay', 'station')

const page = (body: string, head = '<meta property="og:type" content="article">') =>
  `<html><head><title>Quay closed to lorries</title>${head}</head><body><div id="root"></div>${body}</body></html>`

const read = (html: string) =>
  extract({ html, kind: 'html', url: 'https://post.example/2024/quay', capturedAt: '2024-03-06T08:00:00Z' })

describe('a page that shows its text only once its scripts have run', () => {
  test.for([
    ['a string of its state', `<script>window.STATE = {"id":7,"html":"${ESCAPED}"}</script>`],
    ['state in a block of data', `<script type="application/json">{"post":{"body":"${ESCAPED}"}}</script>`],
    ['JSON in a string of JSON', `<script>push([1,${JSON.stringify(`4f:["$",{"__html":"${ESCAPED}"}]`)}])</script>`],
    ['the same text twice', `<script>a = "${ESCAPED}"</script><script>b = "${ESCAPED}"</script>`],
    ['a template in its place', `<div class="post"><script type="text/template">${MARKUP}</script></div>`],
    [
      'a stated body',
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: PARAGRAPHS.join('\n') })}</script>`,
    ],
  ] as const)('%s', ([, body]) => {
    const found = read(page(body))
    expect(found).toMatchObject({ verdict: 'article', extraction: { marks: { scripted: true } } })
    expect(found.verdict === 'article' && found.extraction.text).toBe(PARAGRAPHS.join('\n\n'))
  })

  test.for([
    ['two texts, and nothing says which', page(`<script>x = ["${ESCAPED}", ${JSON.stringify(OTHER)}]</script>`)],
    ['a pattern', page(`<script type="text/template">${MARKUP.replace('Aldern', '{{ town }}')}</script>`)],
    ['a page that is no article', page(`<script>x = "${ESCAPED}"</script>`, '')],
    ['a string that never ends', page(`<script>x = ${'"\\"'.repeat(30_000)}${ESCAPED}</script>`)],
  ] as const)('none: %s', ([, html]) => expect(read(html).verdict).toBe('rejected'))

  test('and no other: what readers see comes first', () => {
    const found = read(
      page(`<article><h1>Quay closed</h1>${MARKUP}</article><script>x = ${JSON.stringify(OTHER)}</script>`),
    )
    expect(found.verdict === 'article' && found.extraction).toMatchObject({ text: PARAGRAPHS.join('\n\n') })
    expect(found.verdict === 'article' && found.extraction.marks.scripted).toBeUndefined()
  })
})
