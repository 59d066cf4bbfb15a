import { topicName } from '@dateline/domain'
import { type Html, html } from '@dateline/markup'
import type { StorySummary, TopicDetail, TopicHour, TopicSummary } from '@dateline/read-models'
import { dayAndTime } from './day-and-time.ts'
import { counted } from './stories-page.ts'

export function topicsPage(topics: readonly TopicSummary[]): Html {
  if (topics.length === 0) return html`<p class="empty">No article has a topic yet.</p>`
  return html`<h1>Topics</h1><ul>${topics.map(
    (topic) => html`<li><a href="/topics/${topic.qcode}">${topicName(topic.qcode)}</a>
<span class="dim">${counted(topic.articleCount)} · ${rate(topic)}</span></li>`,
  )}</ul>`
}

/** One topic: how many articles by the hour against the usual, and the stories that are about it. */
export function topicPage(topic: TopicDetail, hours: readonly TopicHour[], stories: readonly StorySummary[]): Html {
  const most = Math.max(1, ...hours.map(({ articles, usual }) => Math.max(articles, usual ?? 0)))
  return html`<h1>${topicName(topic.qcode)}</h1>
<p class="dim"><span class="tag">${topic.qcode}</span> ${counted(topic.articleCount)} · ${rate(topic)}</p>
<section><h2>By the hour</h2><table class="hours"><tr><th>hour (UTC)</th><th>articles</th><th>usual</th><th></th></tr>${hours
    .filter(({ articles, usual }) => articles > 0 || (usual ?? 0) > 0)
    .map(
      ({
        hour,
        articles,
        usual,
      }) => html`<tr><td>${hour.slice(5, 13).replace('T', ' ')} h</td><td>${articles}</td><td>${usual ?? '–'}</td>
<td><meter min="0" max="${most}" value="${articles}"></meter></td></tr>`,
    )}</table></section>
<section><h2>Stories about it</h2><ul>${stories.map(
    ({
      storyId,
      label,
      articleCount,
      lastJoinedAt,
    }) => html`<li><a href="/stories/${storyId}">${label ?? 'Untitled'}</a>
<span class="dim">${counted(articleCount)} · ${dayAndTime(lastJoinedAt)}</span></li>`,
  )}</ul></section>`
}

function rate({ articles24h, usual24h }: Pick<TopicSummary, 'articles24h' | 'usual24h'>): string {
  const usual = usual24h === null ? 'what is usual is not known yet' : `usually ${Math.round(usual24h * 10) / 10}`
  return `${articles24h ?? 0} in 24 hours, ${usual}`
}
