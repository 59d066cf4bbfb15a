import { topicName } from '@dateline/domain'
import { type Html, html } from '@dateline/markup'
import type { StoryMember, StorySummary } from '@dateline/read-models'
import { dayAndTime } from './day-and-time.ts'

export function storiesPage(
  stories: readonly { story: StorySummary; members: readonly StoryMember[] }[],
  next: string | null,
): Html {
  if (stories.length === 0) {
    return html`<p class="empty">No stories yet. Register a source, and they appear here within minutes.</p>`
  }
  return html`<h1>Current stories</h1>
${stories.map(
  ({ story, members }) => html`<article class="story">
<h2><a href="/stories/${story.storyId}">${story.label ?? 'Untitled'}</a></h2>
<p class="dim">${counted(story.articleCount)} · ${story.originCount === story.articleCount ? null : `${story.originCount} origins · `}last article ${dayAndTime(story.lastJoinedAt)}
${story.topics.map((topic) => html` <a class="tag" href="/topics/${topic}">${topicName(topic)}</a>`)}</p>
<ul>${members.map(memberLine)}</ul>
${story.articleCount > members.length && html`<p class="dim"><a href="/stories/${story.storyId}">all ${counted(story.articleCount)}</a></p>`}
</article>`,
)}
${next !== null && html`<p><a href="/?after=${encodeURIComponent(next)}">Older stories</a></p>`}`
}

function memberLine({ article }: StoryMember): Html {
  return html`<li><a href="/articles/${article.articleId}">${article.title ?? 'Untitled'}</a><div class="dim">${origin(article)}</div></li>`
}

/** Who says it, whose text it is, and when: only what is known. */
export function origin(article: StoryMember['article']): Html {
  const {
    publisher,
    publisherDomain,
    agency,
    inferredAgency,
    copyKind,
    publishedAt,
    publishedPrecision,
    publishedZone,
    revisionCount,
  } = article
  const parts = [
    publisher ?? publisherDomain,
    // An agency's own page says its name once.
    agency !== null && agency === publisher
      ? null
      : (agency ?? (inferredAgency === null ? null : `${inferredAgency} (inferred)`)),
    copyKind === null ? null : `${copyKind} copy`,
    dayAndTime(publishedAt, publishedPrecision, publishedZone),
    revisionCount > 1 ? `${revisionCount} revisions` : null,
  ]
  // Each stands for itself: a name in Arabic must not carry the day behind it to its other side.
  const known = parts.filter((part) => part !== null && part !== '')
  return html`${known.map((part, at) => html`${at > 0 && ' · '}<bdi>${part}</bdi>`)}`
}

/** The beginning of a text, ended at a word: the view cuts it at a length. */
export function teaser(excerpt: string): string {
  return /[.!?…。”"’»]$/u.test(excerpt) ? excerpt : `${excerpt.replace(/\s+\S{0,30}$/u, '')} …`
}

export function counted(articles: number): string {
  return articles === 1 ? '1 article' : `${articles} articles`
}
