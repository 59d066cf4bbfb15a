import { describe, expect, test } from 'vitest'
import { chooseOriginal, type OriginalWitnesses } from './choose-original.ts'

const STORY = 'https://gazette.example/2031/04/05/mayor-opens-bridge'

describe('believed', () => {
  test.for<[string, OriginalWitnesses, string, string]>([
    ['nothing else is known', { pageUrl: STORY }, STORY, 'page-url'],
    ['redirected', { pageUrl: 'https://g.example/x', finalUrl: STORY }, STORY, 'final-url'],
    ['canonical on the same site', { finalUrl: `${STORY}?page=2`, canonicalUrl: STORY }, STORY, 'canonical'],
    [
      'relative canonical',
      { finalUrl: `${STORY}?x=1`, canonicalUrl: '/2031/04/05/mayor-opens-bridge' },
      STORY,
      'canonical',
    ],
    [
      'a short link of the site',
      { finalUrl: 'https://gazette.example/?p=99', canonicalUrl: STORY },
      STORY,
      'canonical',
    ],
    [
      'the slug in the query',
      {
        finalUrl: 'https://gazette.example/show.do?mayor_opens_bridge&id=77123',
        canonicalUrl: 'https://gazette.example/mayor_opens_bridge_n77123',
      },
      'https://gazette.example/mayor_opens_bridge_n77123',
      'canonical',
    ],
    [
      'a board without friendly addresses',
      {
        finalUrl: 'https://board.example/viewtopic.php?f=4&t=167',
        canonicalUrl: 'https://board.example/viewtopic.php?t=167',
      },
      'https://board.example/viewtopic.php?t=167',
      'canonical',
    ],
    ['og:url without canonical', { finalUrl: `${STORY}?a=1`, ogUrl: STORY }, STORY, 'og-url'],
    [
      'AMP',
      { finalUrl: 'https://amp.gazette.example/2031/mayor-opens-bridge', ampCanonical: STORY },
      STORY,
      'amp-canonical',
    ],
    ['aggregator', { finalUrl: 'https://www.msn.com/en/news/x/ar-BB1', canonicalUrl: STORY }, STORY, 'canonical'],
    ['wrapper', { pageUrl: `https://www.google.com/url?url=${encodeURIComponent(STORY)}` }, STORY, 'unwrapped'],
    ['line of a scrape', { originalUrlLine: STORY }, STORY, 'original-url-line'],
    [
      'the same publisher elsewhere',
      {
        finalUrl: 'https://gazette.co.uk/2031/04/05/mayor-opens-bridge',
        canonicalUrl: 'https://gazette.com/mayor-opens-bridge',
      },
      'https://gazette.com/mayor-opens-bridge',
      'canonical',
    ],
    [
      'two witnesses agree on another site',
      {
        finalUrl: 'https://partner.example.org/mayor-opens-bridge-77123',
        canonicalUrl: 'https://agency.example.com/mayor-opens-bridge-77123',
        ogUrl: 'https://agency.example.com/mayor-opens-bridge-77123/',
      },
      'https://agency.example.com/mayor-opens-bridge-77123',
      'canonical',
    ],
  ])('%s', ([, witnesses, url, rule]) => expect(chooseOriginal(witnesses)).toMatchObject({ url, rule }))
})

describe('not believed', () => {
  test.for<[string, string, string]>([
    ['front page', 'https://gazette.example/', 'front page'],
    ['front page of a language', 'https://gazette.example/en/', 'front page'],
    ['section', 'https://gazette.example/politics', 'section page'],
    ['another article', 'https://gazette.example/2031/04/01/harbour-fire-kills-three', 'another article'],
    ['another site', 'https://herald.example.org/2031/04/05/something-quite-different', 'another site'],
    ['a file', 'https://gazette.example/2031/bridge.jpg', 'file'],
    ['an empty variable', 'https://gazette.example/2031/04/05/undefined', 'template'],
    ['a URL in the path', `${STORY}/https%3A%2F%2Fgazette.example%2F2031`, 'template'],
    ['another site, alone', 'https://herald.example.org/2031/04/05/mayor-opens-bridge', 'another site'],
  ])('%s', ([, canonicalUrl, because]) => {
    const { url, rule, evidence } = chooseOriginal({ finalUrl: STORY, canonicalUrl })
    expect({ url, rule }).toEqual({ url: STORY, rule: 'final-url' })
    expect(evidence).toContain(because)
    expect(evidence).toContain(canonicalUrl)
  })

  test('a lying canonical does not hide an honest og:url', () => {
    const witnesses = { finalUrl: `${STORY}?s=1`, canonicalUrl: 'https://gazette.example/', ogUrl: STORY }
    expect(chooseOriginal(witnesses)).toMatchObject({ url: STORY, rule: 'og-url' })
  })

  test('nothing named', () => {
    expect(chooseOriginal({ canonicalUrl: 'javascript:alert(1)' })).toMatchObject({ url: null, rule: 'none' })
  })
})
