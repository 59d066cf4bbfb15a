import type { StoryProvenance } from '@dateline/curation'
import { type Html, html } from '@dateline/markup'
import { dayAndTime } from './day-and-time.ts'

type Family = StoryProvenance['families'][number]
type Member = Family['members'][number]
type Changes = NonNullable<Member['changes']>

/** Sentences shown of each kind of change; the API has them all. */
const SHOWN_MAX = 6

/** Whose text each page of a story carries, and what the copies made of it. */
export function provenancePage({ storyId, label, summary, families, unread }: StoryProvenance): Html {
  return html`<h1>Whose text: ${summary}</h1>
<p><a href="/stories/${storyId}">${label ?? 'the story'}</a></p>
${unread > 0 && html`<p class="dim">${unread} further pages are not looked at.</p>`}
${families.map(familySection)}`
}

function familySection(family: Family): Html {
  const { kind, agency, because, members, canonicalArticleId } = family
  const name = kind === 'wire' ? `Wire: ${agency}` : kind === 'shared' ? 'A text of several pages' : 'A text of its own'
  return html`<section><h2>${name}</h2>
${because !== null && html`<p class="dim">The first is the original: ${because}.</p>`}
${members.toSorted((a, b) => Number(b.articleId === canonicalArticleId) - Number(a.articleId === canonicalArticleId)).map(memberLines)}</section>`
}

function memberLines(member: Member): Html {
  const { articleId, title, publisher, publishedAt, publishedPrecision, publishedZone, copy, agency, changes } = member
  const share = copy === null ? null : `${copy.kind} copy, ${Math.round(copy.containment * 100)} % of its text`
  const credit =
    agency === null
      ? null
      : `${agency.id} (${agency.basis === 'inferred' ? `inferred: ${agency.evidence}` : agency.basis})`
  const also = (copy?.alsoOf ?? []).map(
    ({ articleId: id, agency: of, containment }) =>
      html`, and ${Math.round(containment * 100)} % <a href="/articles/${id}">from ${of ?? 'another text'}</a>`,
  )
  const published = dayAndTime(publishedAt, publishedPrecision, publishedZone)
  const parts = [publisher, published, share, credit].filter((part) => part !== null && part !== '')
  return html`<p><a href="/articles/${articleId}">${title ?? 'Untitled'}</a><br><span class="dim">${parts.join(' · ')}${also}</span></p>
${changes && changeLines(changes)}`
}

function changeLines({ kept, added, dropped, altered }: Changes): Html {
  return html`<p class="dim">${kept} sentences kept, ${added.length} added, ${dropped.length} dropped, ${altered.length} altered</p>
${altered.slice(0, SHOWN_MAX).map(
  ({
    kind,
    original,
    copy,
    originalSentence,
    copySentence,
  }) => html`<blockquote class="drift"><span class="tag">${kind}</span>
<b>${original.join(', ') || 'nothing'} → ${copy.join(', ') || 'nothing'}</b><br>
<del>${originalSentence}</del><br><ins>${copySentence}</ins></blockquote>`,
)}
${sentences('Added', added)}${sentences('Dropped', dropped)}`
}

function sentences(name: string, all: readonly string[]): Html {
  if (all.length === 0) return html``
  const rest = all.length - SHOWN_MAX
  return html`<details><summary class="dim">${name}: ${all.length}</summary>
<ul>${all.slice(0, SHOWN_MAX).map((sentence) => html`<li>${sentence}</li>`)}${rest > 0 && html`<li class="dim">and ${rest} more</li>`}</ul></details>`
}
