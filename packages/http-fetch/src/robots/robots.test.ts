import { describe, expect, test } from 'vitest'
import { crawlDelaySeconds, isAllowed } from './is-allowed.ts'
import { parseRobots, productToken } from './parse-robots.ts'
import { robotsVerdictOfStatus } from './robots-gate.ts'

const allowed = (robots: string, path: string, agent = 'DatelineBot') =>
  isAllowed(parseRobots(Buffer.from(robots)), `https://news.example.com${path}`, agent)

describe('isAllowed', () => {
  test.for([
    { name: 'nothing is said', robots: '', path: '/a', expected: true },
    { name: 'an HTML page says nothing', robots: '<!doctype html><p>Disallow all: no</p>', path: '/a', expected: true },
    { name: 'rules before any agent are nobody’s', robots: 'disallow: /', path: '/a', expected: true },
    { name: 'a prefix', robots: 'user-agent: *\ndisallow: /a', path: '/abc', expected: false },
    { name: 'case matters in paths', robots: 'user-agent: *\ndisallow: /A', path: '/a', expected: true },
    { name: 'an empty disallow allows', robots: 'user-agent: *\ndisallow:', path: '/a', expected: true },
    {
      name: 'the longer rule wins',
      robots: 'user-agent: *\ndisallow: /a\nallow: /a/b',
      path: '/a/b/c',
      expected: true,
    },
    { name: 'in any order', robots: 'user-agent: *\nallow: /a/b\ndisallow: /a', path: '/a/c', expected: false },
    { name: 'a tie allows', robots: 'user-agent: *\ndisallow: /a\nallow: /a', path: '/a', expected: true },
    {
      name: 'our own group replaces *',
      robots: 'user-agent: *\ndisallow: /\nuser-agent: datelinebot\nallow: /',
      path: '/a',
      expected: true,
    },
    {
      name: 'even when it says nothing',
      robots: 'user-agent: *\ndisallow: /\n\nuser-agent: DatelineBot\ndisallow:',
      path: '/a',
      expected: true,
    },
    {
      name: 'groups for us are one',
      robots:
        'user-agent: DatelineBot\ndisallow: /a\nuser-agent: x\ndisallow: /\nuser-agent: DatelineBot\ndisallow: /b',
      path: '/b',
      expected: false,
    },
    {
      name: 'a version is no part of the name',
      robots: 'user-agent: DatelineBot/2.1\ndisallow: /',
      path: '/a',
      expected: false,
    },
    {
      name: 'a longer name is not ours',
      robots: 'user-agent: DatelineBot-News\ndisallow: /',
      path: '/a',
      expected: true,
    },
    {
      name: 'agents may share rules',
      robots: 'user-agent: x\nuser-agent: *\ndisallow: /a',
      path: '/a',
      expected: false,
    },
    {
      name: 'a sitemap does not end the agents',
      robots: 'user-agent: *\nsitemap: https://e.com/s\ndisallow: /a',
      path: '/a',
      expected: false,
    },
    {
      name: 'nor does a crawl-delay',
      robots: 'user-agent: x\ncrawl-delay: 1\nuser-agent: *\ndisallow: /a',
      path: '/a',
      expected: false,
    },
    { name: '* in the middle', robots: 'user-agent: *\ndisallow: /*/print', path: '/2026/print', expected: false },
    { name: '$ at the end', robots: 'user-agent: *\ndisallow: /*.pdf$', path: '/a.pdf', expected: false },
    { name: '$ holds', robots: 'user-agent: *\ndisallow: /*.pdf$', path: '/a.pdf?x=1', expected: true },
    { name: '$ elsewhere is a letter', robots: 'user-agent: *\ndisallow: /a$b', path: '/a$b', expected: false },
    { name: 'a star and an end', robots: 'user-agent: *\ndisallow: /a*$', path: '/abc', expected: false },
    { name: 'segments do not overlap', robots: 'user-agent: *\ndisallow: /ab*ba$', path: '/aba', expected: true },
    {
      name: 'the last segment may stand late',
      robots: 'user-agent: *\ndisallow: /*ab$',
      path: '/ab/ab',
      expected: false,
    },
    { name: 'many stars are one', robots: 'user-agent: *\ndisallow: /a***b', path: '/axb', expected: false },
    { name: 'the query counts', robots: 'user-agent: *\ndisallow: /*?print=', path: '/a?print=1', expected: false },
    { name: 'octets are compared', robots: 'user-agent: *\ndisallow: /é', path: '/%C3%A9', expected: false },
    { name: 'escapes in any case', robots: 'user-agent: *\ndisallow: /%c3%a9', path: '/%C3%A9', expected: false },
    {
      name: 'index.html is the folder',
      robots: 'user-agent: *\nallow: /a/index.html\ndisallow: /',
      path: '/a/',
      expected: true,
    },
    { name: 'typing errors', robots: 'useragent: *\ndisalow: /a', path: '/a', expected: false },
    { name: 'no colon', robots: 'user-agent *\ndisallow /a', path: '/a', expected: false },
    { name: 'three words are no record', robots: 'user-agent: *\ndisallow /a /b', path: '/a', expected: true },
    { name: 'a comment', robots: 'user-agent: * # all\ndisallow: /a # not here', path: '/a', expected: false },
    { name: 'old line ends', robots: 'user-agent: *\rdisallow: /a\r', path: '/a', expected: false },
    { name: 'a byte order mark', robots: '\ufeffuser-agent: *\ndisallow: /a', path: '/a', expected: false },
    { name: 'a zero byte ends the line', robots: 'user-agent: *\ndisallow: /a\0b', path: '/a', expected: false },
  ])('$name', ({ robots, path, expected }) => {
    expect(allowed(robots, path)).toBe(expected)
  })

  test('a long segment is found wherever it stands', () => {
    const robots = parseRobots(Buffer.from('user-agent: *\ndisallow: /*abcabcabd*xyzxyzxyz'))
    expect(isAllowed(robots, '/abcabcabcabdxyzxyzxyzxyz', 'x')).toBe(false)
    expect(isAllowed(robots, '/abcabcabcabcxyzxyzxyz', 'x')).toBe(true)
    expect(isAllowed(robots, '/abcabcabdxyzxyz', 'x')).toBe(true)
  })

  test.for([
    ['long segments', `b${'a'.repeat(7_000)}`, 60],
    ['short segments', 'aaaaab', 30_000],
    ['many segments', `${'*a'.repeat(40)}*b`, 5_000],
  ] as const)('a file whose wildcards would cost too much means no: %s', ([, pattern, count]) => {
    const robots = parseRobots(Buffer.from(`user-agent: *\n${`disallow: /*${pattern}$x\n`.repeat(count)}`))
    expect(isAllowed(robots, `/${'a'.repeat(7_900)}`, 'x')).toBe(count === 60)
  })
})

describe('crawlDelaySeconds', () => {
  test.for([
    { robots: 'user-agent: *\ncrawl-delay: 10', expected: 10 },
    { robots: 'user-agent: *\ncrawl-delay: 0.5', expected: 0.5 },
    { robots: 'user-agent: *\ncrawl-delay: soon', expected: null },
    { robots: 'user-agent: *\ncrawl-delay: -1', expected: null },
    { robots: 'user-agent: *\ncrawl-delay: 1e99', expected: null },
    { robots: 'user-agent: *\ncrawl-delay: 9\nuser-agent: DatelineBot\ndisallow: /x', expected: null },
    { robots: 'user-agent: DatelineBot\ncrawl-delay: 1\nuser-agent: *\ncrawl-delay: 9', expected: 1 },
  ])('$robots', ({ robots, expected }) => {
    expect(crawlDelaySeconds(parseRobots(Buffer.from(robots)), 'DatelineBot')).toBe(expected)
  })
})

test('sitemaps stand anywhere', () => {
  const robots = parseRobots(Buffer.from('Sitemap: https://e.com/a.xml\nuser-agent: x\nsite-map: https://e.com/b.xml'))
  expect(robots.sitemaps).toEqual(['https://e.com/a.xml', 'https://e.com/b.xml'])
})

test.for([
  ['DatelineBot/1.0 (+https://example.com/bot)', 'DatelineBot'],
  ['my_news-bot', 'my_news-bot'],
  ['1bot', ''],
] as const)('product token of %s', ([userAgent, expected]) => expect(productToken(userAgent)).toBe(expected))

test.for([
  [200, 'rules'],
  [401, 'allow-all'],
  [403, 'allow-all'],
  [404, 'allow-all'],
  [429, 'disallow-all'],
  [500, 'disallow-all'],
  [503, 'disallow-all'],
] as const)('status %i means %s', ([status, expected]) => expect(robotsVerdictOfStatus(status)).toBe(expected))
