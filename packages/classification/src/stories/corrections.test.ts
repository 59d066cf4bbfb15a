import { expect, test } from 'vitest'
import type { StoryDocument } from './document.ts'
import { createGrouper, type Grouper } from './grouper.ts'
import { sampleArticles } from './sample-articles.ts'

const [agency, copy] = sampleArticles

test('an article that a person has moved stays where it was put', () => {
  const grouper = createGrouper()
  for (const document of sampleArticles) grouper.observe(document, document.articleId)
  const from = grouper.storyOf('bridge-own')!
  const to = grouper.storyOf('election')!
  const actor = 'editor@desk.example'
  const left = { storyId: from, articleId: 'bridge-own', reason: 'by hand', movedToStoryId: to, actor }
  grouper.apply({ stream: from, event: { type: 'ArticleLeftStory', data: left } })
  const placed = { nearestArticleId: null, score: 1, evidence: 'by hand', grouper: 'person', actor }
  const joined = { storyId: to, articleId: 'bridge-own', ...placed }
  grouper.apply({ stream: to, event: { type: 'ArticleJoinedStory', data: joined } })
  for (const document of sampleArticles) grouper.observe({ ...document, title: `${document.title} (updated)` }, 'again')
  expect(grouper.storyOf('bridge-own')).toBe(to)
})

test('an article that a person has moved and released goes where it fits', () => {
  const moved = (isReleased: boolean) => {
    const grouper = createGrouper()
    for (const document of sampleArticles) grouper.observe(document, document.articleId)
    const articleId = 'bridge-own'
    const from = grouper.storyOf(articleId)!
    const to = grouper.storyOf('election')!
    const joined = { storyId: to, articleId, nearestArticleId: null, score: 1, evidence: '', grouper: 'person' }
    grouper.apply({ stream: to, event: { type: 'ArticleJoinedStory', data: { ...joined, actor: BY.actor } } })
    const left = { storyId: from, articleId, movedToStoryId: to, ...BY }
    grouper.apply({ stream: from, event: { type: 'ArticleLeftStory', data: left } })
    const released = { storyId: to, articleId, ...BY }
    if (isReleased) grouper.apply({ stream: to, event: { type: 'ArticleReleased', data: released } })
    grouper.observe(later(sampleArticles[3]!, 1), 'next')
    return { isBack: grouper.storyOf(articleId) === from, stayed: grouper.storyOf(articleId) === to }
  }
  expect(moved(false)).toEqual({ isBack: false, stayed: true })
  expect(moved(true)).toEqual({ isBack: true, stayed: false })
})

test('copies follow what a person has moved, or split from what it was with, however alike the rest is', () => {
  const grouper = createGrouper()
  for (const document of sampleArticles) grouper.observe(document, document.articleId)
  const from = grouper.storyOf(agency!.articleId)!
  const to = splitByHand(grouper, from, agency!.articleId)
  // The text of the one under the headline and among the words of the others.
  const text = [agency!.text, sampleArticles[2]!.text].join('\n\n')
  grouper.observe({ ...agency!, articleId: 'bridge-again', title: copy!.title, text, agency: null }, 'again')
  expect(grouper.originalOf('bridge-again')).toBe(agency!.articleId)
  expect(grouper.storyOf('bridge-again')).toBe(to)
})

test('what comes long after a story is an episode of its own that names the one before', () => {
  const grouper = createGrouper()
  grouper.observe(agency!, 'first')
  const later = { ...copy!, articleId: 'bridge-later', publishedAt: '2031-04-20', seenAt: '2031-04-20T09:00:00Z' }
  const opened = grouper.observe(later, 'second').find(({ event }) => event.type === 'StoryOpened')
  expect(opened?.event.data).toMatchObject({ followsStoryId: grouper.storyOf(agency!.articleId) })
})

test('an article stays with the episode of its day when a later episode is more like it', () => {
  const report = (articleId: string, day: string, title: string, text: string): StoryDocument => ({
    ...{ ...agency!, articleId, title, text, agency: null, publishedAt: day, seenAt: `${day}T12:00:00Z` },
  })
  const search = `Prosecutor Lena Marwitz has searched the town hall of Ostermoor, two weeks after the roof of its ice rink fell in and killed two people.\n\nTwo officials of the building department are suspected of negligent homicide: they kept back a warning by the engineers Hain and Partner that the girders were rotten.`
  const charge = `Prosecutor Lena Marwitz has charged two officials of the building department of Ostermoor with negligent homicide, more than two months after the roof of its ice rink fell in and killed two people.\n\nThey kept back a warning by the engineers Hain and Partner that the girders were rotten. Both deny it.`
  const collapse = `Two people were killed when the roof of the ice rink in Ostermoor fell in under the snow. Nineteen children had left the hall minutes before.\n\nRescuers with dogs searched the wreckage until midnight, fire chief Rolf Anders said.`
  const grouper = createGrouper()
  grouper.observe(report('collapse', '2031-01-10', 'Roof of ice rink in Ostermoor falls in, two dead', collapse), 'a')
  grouper.observe(report('search', '2031-01-24', 'Town hall of Ostermoor searched over ice rink', search), 'b')
  const first = grouper.storyOf('collapse')!
  expect(grouper.storyOf('search')).toBe(first)
  const decisions = grouper.observe(report('charge', '2031-03-20', 'Two officials charged over ice rink', charge), 'c')
  const opened = decisions.find(({ event }) => event.type === 'StoryOpened')
  expect(opened?.event.data).toMatchObject({ followsStoryId: first })
  expect(grouper.storyOf('search')).toBe(first)
})

const BY = { reason: 'by hand', actor: 'editor@desk.example' }

function splitByHand(grouper: Grouper, from: string, articleId: string): string {
  const to = 'story-new'
  const opened = { storyId: to, articleId, label: '', grouper: 'person', actor: BY.actor }
  const joined = { storyId: to, articleId, nearestArticleId: null, score: 1, evidence: '', grouper: 'person' }
  grouper.apply({ stream: to, event: { type: 'StoryOpened', data: opened } })
  grouper.apply({ stream: to, event: { type: 'ArticleJoinedStory', data: { ...joined, actor: BY.actor } } })
  grouper.apply({ stream: from, event: { type: 'StorySplit', data: { storyId: from, newStoryId: to, ...BY } } })
  const left = { storyId: from, articleId, movedToStoryId: to, ...BY }
  grouper.apply({ stream: from, event: { type: 'ArticleLeftStory', data: left } })
  return to
}

/** As many further reports on the bridge as are wanted, each in other words of the same texts. */
const later = (from: StoryDocument, nth: number): StoryDocument => ({
  ...from,
  articleId: `${from.articleId}-${nth}`,
  title: `${from.title}, report ${nth}`,
  text: from.text.split('\n\n').slice(0, -nth).join('\n\n'),
})

test('a story that a person has split is not put together again by what comes later', () => {
  const split = (isByPerson: boolean) => {
    const grouper = createGrouper()
    for (const document of sampleArticles) grouper.observe(document, document.articleId)
    const from = grouper.storyOf('bridge-own')!
    if (isByPerson) splitByHand(grouper, from, 'bridge-own')
    for (const nth of [1, 2]) {
      for (const document of [sampleArticles[2]!, agency!]) grouper.observe(later(document, nth), `later-${nth}`)
    }
    return { own: grouper.storyOf('bridge-own'), agency: grouper.storyOf('bridge-agency'), from }
  }
  const left = split(false)
  expect(left.own).toBe(left.agency)
  const kept = split(true)
  expect(kept.own).toBe('story-new')
  expect(kept.agency).toBe(kept.from)
})

test('stories kept apart stay so under the ids of the stories that take them in', () => {
  const grouper = createGrouper()
  for (const document of sampleArticles) grouper.observe(document, document.articleId)
  const from = grouper.storyOf('bridge-own')!
  const to = splitByHand(grouper, from, 'bridge-own')
  const merge = (storyId: string, intoStoryId: string) =>
    grouper.apply({ stream: storyId, event: { type: 'StoryMerged', data: { storyId, intoStoryId, reason: '' } } })
  merge(to, grouper.storyOf('election')!)
  merge(from, grouper.storyOf('ferry-other-place')!)
  for (const nth of [1, 2]) grouper.observe(later(agency!, nth), `later-${nth}`)
  expect(grouper.storyOf('bridge-own')).toBe(grouper.storyOf('election'))
  expect(grouper.storyOf('bridge-agency')).not.toBe(grouper.storyOf('bridge-own'))
})

test('a name that a person has given is kept when articles come, and when stories merge', () => {
  const grouper = createGrouper()
  grouper.observe(agency!, 'first')
  const storyId = grouper.storyOf(agency!.articleId)!
  grouper.apply({ stream: storyId, event: { type: 'StoryRelabelled', data: { storyId, label: 'The bridge', ...BY } } })
  const decisions = [1, 2, 3, 4].flatMap((nth) => grouper.observe(later(agency!, nth), `later-${nth}`))
  expect(grouper.membersOf(storyId).length).toBeGreaterThanOrEqual(4)
  expect(decisions.filter(({ event }) => event.type === 'StoryRelabelled')).toEqual([])
})
