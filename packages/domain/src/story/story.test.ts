import { describe, expect, test } from 'vitest'
import { type StoryCommand, story } from './story.ts'

const S = 'story-1'
const OPEN: StoryCommand = {
  type: 'OpenStory',
  data: { storyId: S, articleId: 'article-1', label: 'Bridge', grouper: 'g/1' },
}
const JOIN = (articleId: string): StoryCommand => ({
  type: 'JoinStory',
  data: { storyId: S, articleId, nearestArticleId: null, score: 1, evidence: '', grouper: 'g/1' },
})
const LEAVE = (articleId: string): StoryCommand => ({
  ...{ type: 'LeaveStory', data: { storyId: S, articleId, reason: 'revised', movedToStoryId: null } },
})
const RELEASE: StoryCommand = {
  ...{ type: 'ReleaseArticle', data: { storyId: S, articleId: 'article-1', reason: 'by mistake', actor: 'editor' } },
}
const MERGE: StoryCommand = { type: 'MergeStory', data: { storyId: S, intoStoryId: 'story-2', reason: '' } }
const SPLIT = (newStoryId: string): StoryCommand => ({
  type: 'SplitStory',
  data: { storyId: S, newStoryId, reason: '' },
})
const LABEL = (label: string): StoryCommand => ({ type: 'RelabelStory', data: { storyId: S, label, reason: '' } })

const stateAfter = (commands: readonly StoryCommand[]) =>
  commands.reduce((state, command) => story.decide(command, state).reduce(story.evolve, state), story.initial)

describe('records once', () => {
  test.for<[StoryCommand[], StoryCommand, string]>([
    [[], OPEN, 'StoryOpened'],
    [[OPEN], JOIN('article-1'), 'ArticleJoinedStory'],
    [[OPEN, JOIN('article-1'), LEAVE('article-1')], JOIN('article-1'), 'ArticleJoinedStory'],
    [[OPEN, JOIN('article-1')], LEAVE('article-1'), 'ArticleLeftStory'],
    [[OPEN, JOIN('article-1')], RELEASE, 'ArticleReleased'],
    [[OPEN, JOIN('article-1'), RELEASE, LEAVE('article-1'), JOIN('article-1')], RELEASE, 'ArticleReleased'],
    [[OPEN], MERGE, 'StoryMerged'],
    [[OPEN, SPLIT('story-3')], SPLIT('story-4'), 'StorySplit'],
    [[OPEN], LABEL('New bridge'), 'StoryRelabelled'],
  ])('%j, %j: %s', ([given, command, type]) => {
    const state = stateAfter(given)
    const events = story.decide(command, state)
    expect(events.map((event) => event.type)).toEqual([type])
    expect(story.decide(command, events.reduce(story.evolve, state))).toEqual([])
  })
})

test.for<[StoryCommand[], StoryCommand]>([
  [[OPEN, JOIN('article-1')], LEAVE('article-2')],
  [[OPEN], LABEL('Bridge')],
  [[OPEN, MERGE], { type: 'MergeStory', data: { storyId: S, intoStoryId: 'story-9', reason: '' } }],
])('%j: %j gives nothing', ([given, command]) => expect(story.decide(command, stateAfter(given))).toEqual([]))
