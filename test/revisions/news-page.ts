/** A page of a fictional outlet, with as much around the text as pages have. */
export function newsPage(
  title: string,
  paragraphs: readonly string[],
  { modified = '', byline = 'By Nora Quill', furniture = 'Storm warning for the coast until Friday noon' } = {},
): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} - The Amsel Gazette</title>
<meta property="og:type" content="article"><meta property="og:title" content="${title}">
<meta property="og:site_name" content="The Amsel Gazette">
<meta property="article:published_time" content="2031-04-05T08:00:00Z">
${modified && `<meta property="article:modified_time" content="${modified}">`}</head><body>
<header><a href="/">The Amsel Gazette</a><nav><a href="/news">News</a><a href="/sport">Sport</a></nav></header>
<main><article><h1>${title}</h1><p class="byline">${byline}</p>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main>
<aside><h2>Most read</h2><ul><li><a href="/a">${furniture}</a></li></ul></aside>
<footer>© The Amsel Gazette</footer></body></html>`
}

export const FERRY = [
  'A ferry ran aground off the northern coast of Lirio on Monday night with 112 people on board, the coast guard said.',
  'Rescuers brought everybody ashore before midnight, and three passengers were treated for bruises in the clinic of Port Amsel.',
  'The captain was drunk when the ship left its lane in calm weather, said a spokesman of the harbour police, Jon Merrow.',
  'The company that runs the ferry said it would look into the matter, and would give all passengers their money back.',
] as const
