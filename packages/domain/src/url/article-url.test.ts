import { expect, test } from 'vitest'
import { siteOf, urlKind } from './article-url.ts'
import { validUrl } from './valid-url.ts'

test.for([
  ['https://gazette.example/2031/04/05/bridge', 'article'],
  ['https://gazette.example/mayor-opens-new-bridge', 'article'],
  ['https://gazette.example/politics/story-7712345.html', 'article'],
  ['https://gazette.example/?p=123', 'article'],
  ['https://gazette.example/read.php?newsid=123', 'article'],
  ['https://gazette.example/people/mayor-opens-new-bridge', 'article'],
  ['https://gazette.example/authors/ann-example/mayor-opens-new-bridge', 'article'],
  ['https://gazette.example/archives/2562', 'article'],
  ['https://gazette.example/tag/mayor-opens-new-bridge', 'section'],
  ['https://gazette.example/topics/harbour', 'section'],
  ['https://gazette.example/news/council/vote-tonight', 'page'],
  ['https://gazette.example/', 'front-page'],
  ['https://gazette.example/en/', 'front-page'],
  ['https://gazette.example/index.html?utm_source=x', 'front-page'],
  ['https://gazette.example/politics', 'section'],
  ['https://gazette.example/tag/bridge', 'section'],
  ['https://gazette.example/author/ann-example', 'section'],
  ['https://gazette.example/politics/page/3', 'section'],
  ['https://gazette.example/photo.jpg', 'file'],
  ['https://gazette.example/feed.xml', 'file'],
  ['ftp://gazette.example/', 'file'],
] as const)('%s: %s', ([url, kind]) => expect(urlKind(url)).toBe(kind))

test.for([
  ['https://news.gazette.co.uk/x', 'gazette.co.uk'],
  ['https://blog.github.io/', 'blog.github.io'],
  ['http://127.0.0.1:8080/x', '127.0.0.1:8080'],
  ['nonsense', null],
] as const)('%s belongs to %s', ([url, site]) => expect(siteOf(url)).toBe(site))

test.for([
  ['https://gazette.com/', true],
  ['http://203.0.113.7/x', true],
  ['http://localhost/', false],
  ['http://gazette/', false],
  ['http://gazette.nosuchsuffix/', false],
  ['mailto:a@gazette.com', false],
  ['//gazette.com/', false],
  ['http:///gazette.com', false],
] as const)('%s is valid: %s', ([url, valid]) => expect(validUrl(url)).toBe(valid))
