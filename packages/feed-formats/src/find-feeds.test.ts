import { expect, test } from 'vitest'
import { findFeeds } from './find-feeds.ts'

const find = (html: string) =>
  findFeeds(html, 'https://gazette.example/news/').map(({ url, basis, kind }) => `${kind} ${basis} ${url}`)

test('declared feeds first, comments last', () => {
  const html = `<head><base href="https://gazette.example/"/>
    <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
    <LINK REL="ALTERNATE" TYPE="application/atom+xml" TITLE="All &amp; more" HREF="atom.xml">
    <link rel="alternate" type="application/feed+json" href="https://feeds.example/gazette">
    <link rel=sitemap href=/sitemap.xml></head>
    <a href="/rss">RSS</a> <a href="/atom.xml">again</a> <a href="https://elsewhere.example/feed">theirs</a>`
  expect(find(html)).toEqual([
    'feed declared https://gazette.example/atom.xml',
    'feed declared https://feeds.example/gazette',
    'sitemap declared https://gazette.example/sitemap.xml',
    'feed linked https://gazette.example/rss',
    'feed declared https://gazette.example/comments/feed/',
  ])
})

test('titles', () => {
  const [feed] = findFeeds(
    '<link rel=alternate type=application/rss+xml title="A &amp; B" href=/f>',
    'https://gazette.example/',
  )
  expect(feed).toMatchObject({ title: 'A & B' })
})

test.for([
  ['<a href="/feed.xml">x</a>', 1],
  ['<a href="/feeds/politics.xml">x</a>', 1],
  ['<a href="/?feed=rss2">x</a>', 1],
  ['<a href="/politics.rss">x</a>', 1],
  ['<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">', 0],
  ['<link rel="alternate" hreflang="de" href="/de/">', 0],
  ['<link rel="stylesheet" href="/rss">', 0],
  ['<a href="/feeding-the-poor">x</a>', 0],
  ['<script>"<a href=/rss>"</script>', 0],
  ['<a href="javascript:rss">x</a>', 0],
] as const)('%s: %i', ([html, count]) => expect(find(html)).toHaveLength(count))
