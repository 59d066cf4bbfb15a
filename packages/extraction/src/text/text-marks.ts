/** Marks that text browsers and exports put into a text, by which one knows that it is theirs. */
const NUMBERED_LINK = /\[(\d{1,4})\](?=\S)/gu
const LINK_LIST = /^[ \t]{0,20}(?:\d{1,4}\.|\[\d{1,4}\]:?)[ \t]{1,20}(?:https?|file|mailto):\S{1,2000}$/gmu
const LINKS_LISTED_MIN = 3
const MARKDOWN = [
  /^#{1,6} \S/mu,
  /^!?\[[^\]\n]{1,300}\]\(\S{1,500}\)/mu,
  /\[[^\]\n]{1,300}\]\(https?:\S{1,500}\)/u,
  /\*\*\S[^*\n]{0,300}\*\*/u,
  /^\*[^*\n]{2,200}\*\s*(?:\||$)/mu,
]
const MARKDOWN_KINDS_MIN = 2
const SEARCHED_CHARS_MAX = 200_000

/**
 * A scrape without the marks of `lynx -dump` (numbers of links, listed at the end) and of Markdown. Text that only happens to hold such
 * a mark is left alone: the list of links, or several kinds of marks, must be there.
 */
export function withoutMarks(text: string): string {
  const head = text.slice(0, SEARCHED_CHARS_MAX)
  const numbered = (text.match(LINK_LIST) ?? []).length >= LINKS_LISTED_MIN ? text.replace(NUMBERED_LINK, '') : text
  const isMarkdown = MARKDOWN.filter((pattern) => pattern.test(head)).length >= MARKDOWN_KINDS_MIN
  return isMarkdown ? numbered.split('\n').map(plainLine).join('\n') : numbered
}

function plainLine(line: string): string {
  // A picture alone on its line is left out by its mark.
  if (/^\s*!\[/u.test(line)) return line
  return line
    .replace(/^#{1,6}\s+(.*?)\s*#*$/u, '$1')
    .replace(/^>\s?/u, '')
    .replace(/!?\[([^\]\n]{1,300})\]\(\S{1,500}(?: "[^"\n]{0,200}")?\)/gu, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,500})(?<=\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]{1,500})(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
}
