import type { ClassificationTrialReport, NamedTopic, PairExample, StoryTrialReport } from '@dateline/curation'
import { type Html, html, style } from '@dateline/markup'

/** Beside the look of the other pages. */
const TABLES = `
table { border-collapse: collapse; font-size: .95rem; margin: .6rem 0 } th { text-align: left; color: var(--dim); font-weight: 400 }
td, th { padding: .2rem 1.2rem .2rem 0; border-bottom: 1px solid var(--line) } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
.pair { border-left: 3px solid var(--line); padding-left: .9rem; margin: .9rem 0 } .pair p { margin: .15rem 0 }
.big { font-size: 1.15rem } code { overflow-wrap: anywhere }
`

/** What a trial of grouping would change, as a page that needs nothing else. Titles are of pages: escaped, never markup. */
export function storyTrialPage(report: StoryTrialReport): string {
  const { articles, storiesBefore, storiesAfter, articlesChanged, b3, pairF1, apart, together } = report
  return page(
    report,
    'What would change in the stories',
    html`<p class="big">${articlesChanged} of ${articles} articles would be with others.</p>
<table>
<tr><th></th><th class="n">now</th><th class="n">by this model</th></tr>
<tr><td>stories</td><td class="n">${storiesBefore}</td><td class="n">${storiesAfter}</td></tr>
</table>
<p class="dim">Agreement of the two groupings: B³ ${b3.toFixed(4)}, F1 over pairs of articles ${pairF1.toFixed(4)}; 1 is the same.</p>
${pairs('Would part', apart)}
${pairs('Would come together', together)}`,
  )
}

function pairs(title: string, examples: readonly PairExample[]): Html {
  return html`<section><h2>${title}</h2>${
    examples.length === 0 ? html`<p class="dim">No article.</p>` : html``
  }${examples.map(
    ({ titles: [one, other], articleIds: [oneId, otherId] }) =>
      html`<div class="pair"><p title="${oneId}">${one || 'Untitled'}</p><p title="${otherId}">${other || 'Untitled'}</p></div>`,
  )}</section>`
}

/** What a trial of classification would change, as a page that needs nothing else. */
export function classificationTrialPage(report: ClassificationTrialReport): string {
  const { articles, same, topicsChanged, languageChanged, keptByPeople, topics, storiesChanged, stories, examples } =
    report
  return page(
    report,
    'What would change in the topics',
    html`<p class="big">${topicsChanged} of ${articles} articles would be about something else, and so would stories: ${storiesChanged}.</p>
<table>
<tr><td>verdicts that are the same, byte by byte</td><td class="n">${same}</td></tr>
<tr><td>articles with other topics</td><td class="n">${topicsChanged}</td></tr>
<tr><td>of these, kept as people have set them</td><td class="n">${keptByPeople}</td></tr>
<tr><td>articles in another language</td><td class="n">${languageChanged}</td></tr>
${Object.entries(report.recordedBy).map(
  ([classifier, count]) => html`<tr><td>now classified by ${classifier}</td><td class="n">${count}</td></tr>`,
)}
</table>
${
  topics.length > 0 &&
  html`<section><h2>Articles by topic</h2><table><tr><th>topic</th><th class="n">now</th><th class="n">by this model</th></tr>${topics.map(
    ({ qcode, name, before, after }) =>
      html`<tr><td title="${qcode}">${name}</td><td class="n">${before}</td><td class="n">${after}</td></tr>`,
  )}</table></section>`
}
${changes(
  'Stories, for example',
  stories.map((story) => ({ title: story.label, id: story.storyId, ...story })),
)}
${changes(
  'Articles, for example',
  examples.map((article) => ({ id: article.articleId, ...article })),
)}`,
  )
}

type Change = {
  readonly title: string
  readonly id: string
  readonly before: readonly NamedTopic[]
  readonly after: readonly NamedTopic[]
}

function changes(title: string, examples: readonly Change[]): Html {
  return html`<section><h2>${title}</h2>${
    examples.length === 0 ? html`<p class="dim">None.</p>` : html``
  }${examples.map(
    ({ title: of, id, before, after }) =>
      html`<div class="pair"><p title="${id}">${of || 'Untitled'}</p><p>${tags(before, after, 'del')} → ${tags(after, before, 'ins')}</p></div>`,
  )}</section>`
}

/** Topics that only this side has are marked. */
function tags(topics: readonly NamedTopic[], others: readonly NamedTopic[], mark: 'del' | 'ins'): Html {
  if (topics.length === 0) return html`<span class="dim">no topic</span>`
  const has = new Set(others.map(({ qcode }) => qcode))
  return html`${topics.map(({ qcode, name }) => {
    if (has.has(qcode)) return html`<span class="tag">${name}</span> `
    return mark === 'del' ? html`<del>${name}</del> ` : html`<ins>${name}</ins> `
  })}`
}

type About = Pick<StoryTrialReport, 'trialId' | 'model' | 'settings' | 'position' | 'digest'>

/** No script and nothing from elsewhere, which the page itself forbids. */
function page({ trialId, model, settings, position, digest }: About, title: string, content: Html): string {
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${trialId}</title>
<style>${{ html: style + TABLES }}</style>
<header><b>Dateline</b></header>
<main><h1>${title}</h1>
${content}
<section><h2>The trial</h2>
<p><b>${trialId}</b> of <code>${model}</code>, ${settings}, over events 1 to ${position}. The same log and model give the same verdicts on any machine: their sha256 is <code>${digest}</code>.</p>
<p class="dim">Nothing has changed yet. In force: <code>dateline trial promote ${trialId} --reason "…"</code>. Thrown away: <code>dateline trial discard ${trialId}</code>.</p></section>
</main>
</html>
`.html
}
