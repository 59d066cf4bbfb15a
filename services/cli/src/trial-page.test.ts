import { expect, test } from 'vitest'
import { classificationTrialPage, storyTrialPage } from './trial-page.ts'

const about = { trialId: 'trial-0123456789ab', settings: 'model=own.json', position: 90, digest: 'd'.repeat(64) }
const HOSTILE = '<img src=x onerror=alert(1)>"</title><script>alert(2)</script>'
const war = { qcode: 'medtop:16000000', name: 'war' }
const sport = { qcode: 'medtop:15000000', name: 'sport' }

const pages = {
  classification: classificationTrialPage({
    ...{ ...about, model: 'classification/3 sha256:1', articles: 9, same: 6, topicsChanged: 3, languageChanged: 1 },
    ...{ keptByPeople: 1, recordedBy: { 'classification/2': 9 }, topics: [{ ...war, before: 7, after: 2 }] },
    ...{ storiesChanged: 1, stories: [{ storyId: 'story-1', label: HOSTILE, before: [war], after: [war, sport] }] },
    examples: [{ articleId: 'article-1', title: HOSTILE, before: [], after: [sport] }],
  }),
  stories: storyTrialPage({
    ...{ ...about, model: HOSTILE, articles: 9, storiesBefore: 4, storiesAfter: 5, b3: 0.9, pairF1: 0.8 },
    ...{ articlesChanged: 2, together: [] },
    apart: [{ articleIds: ['article-1', 'article-2'], titles: [HOSTILE, 'Wolves return'] }],
  }),
}

test.for(Object.entries(pages))('%s: runs nothing and loads nothing', ([, page]) => {
  expect(page).not.toMatch(/<script|<img|onerror=[^&]*>|https?:\/\//)
  expect(page).toContain('&lt;script&gt;')
  expect(page).toContain("default-src 'none'")
})

test('tells what would change', () => {
  expect(pages.classification).toContain('3 of 9 articles would be about something else, and so would stories: 1.')
  expect(pages.classification).toMatch(/war<\/span> +→ <span class="tag">war<\/span> <ins>sport<\/ins>/)
  expect(pages.stories).toContain('Wolves return')
})
