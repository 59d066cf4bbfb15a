import { expect, test } from 'vitest'
import { findSectionLinks, findSections } from './find-section-links.ts'

const FRONT = `<html><body>
  <nav><a href="/politics">Politics</a> <a href="/sport">Sport</a> <a href="/">Home</a> <a href="/login">Log in</a></nav>
  <article><a href="/2031/04/05/bridge"><img alt=""></a>
    <h2><a href="https://www.gazette.example/2031/04/05/bridge?utm_source=front">Mayor opens <em>bridge</em></a></h2></article>
  <a href="/politics/council-votes-on-harbour-plan"><p>By Ann Example</p><h3>Council votes on harbour plan</h3><p>Text.</p></a>
  <a href="/news/harbour">A longer headline about the harbour</a>
  <a href="/news/tide">More</a>
  <a href="/2031/04/05/bridge#comments">12 comments</a>
  <a href="https://elsewhere.example/2031/04/05/other-story-of-the-day">An advertisement for another site here</a>
  <a href="/gallery.jpg">A picture with a very long name</a>
  <footer><a href="/about-us">About the Gazette and its people</a></footer></body></html>`

test('articles of a front page', () => {
  expect(findSectionLinks(FRONT, 'https://gazette.example/')).toEqual([
    { url: 'https://gazette.example/2031/04/05/bridge', title: 'Mayor opens bridge' },
    {
      url: 'https://gazette.example/politics/council-votes-on-harbour-plan',
      title: 'Council votes on harbour plan Text.',
    },
    { url: 'https://gazette.example/news/harbour', title: 'A longer headline about the harbour' },
  ])
})

test('sections of a front page', () => {
  expect(findSections(FRONT, 'https://gazette.example/').map(({ url }) => url)).toEqual([
    'https://gazette.example/politics',
    'https://gazette.example/sport',
  ])
})
