import { adviseOnSource } from '@dateline/intake'
import { type Html, html } from '@dateline/markup'
import type { SourceFilter, SourceSummary } from '@dateline/read-models'
import { dayAndTime } from './day-and-time.ts'

/** Sources, how they do, since when and why, and what a person can do about it. */
export function sourcesPage(
  sources: readonly SourceSummary[],
  counts: readonly { health: string; count: number }[],
  { health: shown }: SourceFilter,
  next: string | null,
): Html {
  if (counts.length === 0)
    return html`<p class="empty">No sources yet: <code>npm run dateline -- source add https://…</code></p>`
  const query = shown === undefined ? '' : `health=${shown}&`
  return html`<h1>Sources</h1>
<p class="dim">${counts.map(({ health, count }) =>
    health === shown
      ? html`<b>${count} ${health}</b> · `
      : html`<a href="/sources?health=${health}">${count} ${health}</a> · `,
  )}<a href="/sources">all</a></p>
<ul>${sources.map(sourceLine)}</ul>
${next !== null && html`<p><a href="/sources?${query}after=${encodeURIComponent(next)}">More sources</a></p>`}`
}

function sourceLine(source: SourceSummary): Html {
  const { sourceId, name, url, kind, health, healthSince, healthReason, failingDetail } = source
  const since = health === 'healthy' || healthSince === null ? '' : ` since ${dayAndTime(healthSince)}`
  const why = [healthReason, health === 'failing' ? failingDetail : null].filter((part) => part !== null).join(': ')
  const advice = adviseOnSource(source)
  return html`<li><b>${name ?? url}</b> <span class="tag">${kind}</span> <span class="tag">${health}${since}</span>
${why !== '' && html`<div class="alarm">${why}${advice && html`<div class="dim">${advice}</div>`}</div>`}
<div class="dim">${source.discoveredCount} discovered, ${source.extractedCount} with a text · ${url} · <a href="/v1/sources/${sourceId}">all about it</a></div></li>`
}
