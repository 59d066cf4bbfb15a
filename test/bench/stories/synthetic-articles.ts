import type { StoryDocument } from '@dateline/classification'

const VOCABULARY = 40_000
/** Words of an article where nothing else is asked for. */
export const WORDS = 300
const ARTICLES_PER_STORY = 8
const STORIES_AT_A_TIME = 2_000
const ARTICLES_PER_DAY = 50_000
const DAY_MS = 86_400_000
const START_MS = Date.UTC(2031, 0, 1)

/**
 * An endless press: article `at` of it, always the same. Words follow Zipf's law; every story has words and names of
 * its own, lives for a day or so beside thousands of others, and a third of its articles are edited copies. Stories begin
 * and end one by one: so many go on at a time, of that size, at the first article as at the millionth. (They once began all
 * together, every 16,000 articles, and what the first 10,000 cost was that of stories still small.)
 */
export function syntheticArticle(at: number, wordsOfEach = WORDS): StoryDocument {
  const newest = STORIES_AT_A_TIME + Math.floor(at / ARTICLES_PER_STORY)
  const story = newest - (mix(at, 1) % STORIES_AT_A_TIME)
  const isCopy = mix(at, 2) % 3 === 0
  const seed = isCopy ? mix(story, 77) : mix(at, 3)
  const words: string[] = []
  for (let word = 0; word < wordsOfEach; word++) {
    const random = mix(seed, word + 10)
    // An edited copy has every eighth word changed.
    const own = isCopy && word % 8 === mix(at, 4) % 8 ? mix(at, word) : random
    words.push(own % 5 === 0 ? storyWord(story, own) : commonWord(own))
    if (word % 18 === 17) words.push('.\n\n')
  }
  const seenAt = new Date(START_MS + (at / ARTICLES_PER_DAY) * DAY_MS).toISOString()
  return {
    articleId: `article-${at}`,
    position: at + 1,
    title: `${name(story, 0)} ${storyWord(story, at)} ${name(story, 1)} ${commonWord(mix(at, 5))}`,
    standfirst: null,
    text: words.join(' '),
    publishedAt: seenAt,
    seenAt,
    host: null,
    publisher: null,
    agency: null,
    language: 'en',
    entities: [],
    topics: [],
  }
}

function storyWord(story: number, random: number): string {
  const which = (random >>> 8) % 24
  return which < 6 ? name(story, which) : `w${mix(story, which) % VOCABULARY}x`
}

function name(story: number, which: number): string {
  return `N${(mix(story, 100 + which) % 400_000).toString(36)}`
}

/** Rank by Zipf: the logarithm of the rank is evenly spread. */
function commonWord(random: number): string {
  return `w${Math.floor(Math.exp(((random >>> 4) / 2 ** 28) * Math.log(VOCABULARY)))}x`
}

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
