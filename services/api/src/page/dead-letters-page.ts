import { type Html, html } from '@dateline/markup'
import type { DeadLetter } from '@dateline/work-state'
import { dayAndTime } from './day-and-time.ts'

/** What was given up, newest first, and how to try it again. */
export function deadLettersPage(
  letters: readonly DeadLetter[],
  counts: readonly { queue: string; code: string; count: number }[],
): Html {
  if (letters.length === 0) return html`<p class="empty">Nothing has been given up.</p>`
  return html`<h1>Dead letters</h1>
<p class="dim">Work that was given up, and is kept for a second look: <code>npm run dateline -- dead-letters retry QUEUE [KEY]</code></p>
<p>${counts.map(({ queue, code, count }) => html`<span class="tag">${queue}: ${code} ${count}</span> `)}</p>
<ul>${letters.map(letterLine)}</ul>`
}

function letterLine({ queue, key, code, message, attempts, times, lastSeenAt }: DeadLetter): Html {
  const subject = key.startsWith('article-') ? html`<a href="/articles/${key}">${key}</a>` : html`${key}`
  return html`<li><b>${code}</b> <span class="tag">${queue}</span> ${subject}
<div class="dim">${message}</div>
<div class="dim">${dayAndTime(lastSeenAt.toISOString())} · ${attempts === 1 ? '1 attempt' : `${attempts} attempts`}${times > 1 && `, given up ${times} times`}</div></li>`
}
