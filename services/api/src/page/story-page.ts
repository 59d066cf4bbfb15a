import type { StoryProvenance, StoryTimeline } from '@dateline/curation'
import { topicName } from '@dateline/domain'
import { type Html, html } from '@dateline/markup'
import type { StoryChange, StoryDetail, StoryMember } from '@dateline/read-models'
import { dayAndTime } from './day-and-time.ts'
import { counted, origin, teaser } from './stories-page.ts'

export type StoryParts = {
  readonly story: StoryDetail
  readonly members: readonly StoryMember[]
  readonly timeline: StoryTimeline
  readonly provenance: StoryProvenance
  readonly changes: readonly StoryChange[]
}

/** One story: what it is about, its days, its origins, its articles, and how it was changed. */
export function storyPage({ story, members, timeline, provenance, changes }: StoryParts): Html {
  const { storyId, label, articleCount, firstSeenAt, lastSeenAt, languages, countries, topics, topicsSet } = story
  return html`<h1>${label ?? 'Untitled'}</h1>
<p class="dim">${counted(articleCount)} · first seen ${dayAndTime(firstSeenAt)} · last ${dayAndTime(lastSeenAt)}${languages.length > 0 && ` · in ${languages.join(', ')}`}${countries.length > 0 && ` · from ${countries.join(', ')}`}</p>
<p>${topics.map((topic) => html`<a class="tag" href="/topics/${topic}">${topicName(topic)}</a> `)}${topicsSet !== null && html`<span class="dim">set by hand</span>`}</p>
${episodes(story)}
<p><b>${provenance.summary}</b> <a href="/stories/${storyId}/provenance">whose text it is</a></p>
${
  timeline.days.length > 1 &&
  html`<section><h2>Day by day</h2><dl>${timeline.days.map(
    ({ day, articleId, title, sentence, articles }) =>
      html`<dt>${day}</dt><dd><a href="/articles/${articleId}">${title}</a> <span class="dim">${counted(articles)}</span>${sentence && html`<br>${sentence}`}</dd>`,
  )}</dl></section>`
}
${members.map(
  ({ article, evidence, score }) => html`<section>
<h2><a href="/articles/${article.articleId}">${article.title ?? article.url ?? 'Untitled'}</a></h2>
<p class="dim">${origin(article)}</p>
${article.excerpt && html`<p>${teaser(article.excerpt)}</p>`}
<p class="dim">${evidence && html`In this story because: ${evidence} (${score.toFixed(2)})`}</p>
</section>`,
)}
<section><h2>How it was changed</h2><ul>${changes.map(changeLine)}</ul></section>`
}

function episodes({ followsStoryId, followedBy, splitFrom }: StoryDetail): Html {
  const links = [
    followsStoryId !== null && html`<a href="/stories/${followsStoryId}">the episode before</a> `,
    ...followedBy.map((id) => html`<a href="/stories/${id}">a later episode</a> `),
    splitFrom !== null && html`split from <a href="/stories/${splitFrom}">this story</a>`,
  ].filter((link) => link !== false)
  return links.length === 0 ? html`` : html`<p class="dim">${links}</p>`
}

const WHAT: Readonly<Record<StoryChange['what'], string>> = {
  opened: 'opened',
  merged: 'merged into another story',
  split: 'a part became a story of its own',
  'kept apart': 'it is not one with another story',
  left: 'an article left',
  joined: 'an article was put here',
  released: 'the place of an article was left to grouping again',
  renamed: 'renamed',
  retopicked: 'topics set',
}

function changeLine({ at, what, articleId, otherStoryId, label, reason, actor }: StoryChange): Html {
  return html`<li>${dayAndTime(at)} ${WHAT[what]}${label !== null && what !== 'opened' && ` “${label}”`}
${articleId !== null && html` <a href="/articles/${articleId}">article</a>`}${otherStoryId !== null && html` <a href="/stories/${otherStoryId}">story</a>`}
<span class="dim">${reason}${actor !== null && html` — ${actor}`}</span></li>`
}
