import { type Html, html } from '@dateline/markup'
import type { SourceSummary } from '@dateline/read-models'

export function sourcesPage(sources: readonly SourceSummary[]): Html {
  if (sources.length === 0)
    return html`<p class="empty">No sources yet: <code>npm run dateline -- source add https://…</code></p>`
  return html`<h1>Sources</h1><ul>${sources.map(
    ({ name, url, kind, health, healthReason, discoveredCount, extractedCount }) => html`<li><b>${name ?? url}</b>
<span class="tag">${kind}</span> <span class="tag">${health}</span>
${healthReason && html`<div class="alarm">${healthReason}</div>`}<div class="dim">${discoveredCount} discovered, ${extractedCount} with a text · ${url}</div></li>`,
  )}</ul>`
}
