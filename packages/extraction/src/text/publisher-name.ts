import { getDomain, getDomainWithoutSuffix } from 'tldts'

const PRESS_WORDS =
  'times post news herald tribune journal gazette star sun mirror telegraph guardian observer chronicle express daily mail press today standard independent review examiner inquirer globe bulletin courier dispatch echo monitor record register report reporter sentinel argus leader ledger mercury nation pioneer republic advocate banner citizen enterprise voice weekly world wire zeitung nachrichten tagblatt anzeiger rundschau allgemeine kurier bote blatt presse matin monde figaro parisien dépêche diario periódico prensa noticias nación universal mundo país jornal notícias folha globo giornale corriere gazzetta stampa messaggero dagblad courant nieuws blad tidningen nyheter posten avisen lehti sanomat wyborcza gazeta kurier dziennik noviny deník dnes újság hírlap ziarul adevărul vesti novosti'
    .split(' ')
    .sort((a, b) => b.length - a.length)

/**
 * A newspaper's name out of its domain: "thenorthtimes.com" → "The North Times". Only where the label comes apart completely
 * into "the", one word that the text also uses as a name, and words newspapers are called by: what remains would be a guess.
 *
 * @param text of the page, in which the middle word must stand with a capital.
 */
export function publisherName(url: string, text: string): { name: string | null; domain: string | null } {
  const domain = getDomain(url)
  const label = getDomainWithoutSuffix(url)?.toLowerCase() ?? null
  if (domain === null || label === null) return { name: null, domain }
  return { name: comeApart(label, text), domain }
}

function comeApart(label: string, text: string): string | null {
  if (label.includes('-')) return hyphened(label)
  const article = /^the(?=.{6,})/.exec(label)?.[0] ?? ''
  const press: string[] = []
  let middle = label.slice(article.length)
  for (let word = pressWordAt(middle); word !== null; word = pressWordAt(middle)) {
    press.unshift(word)
    middle = middle.slice(0, -word.length)
  }
  if (press.length === 0 || press.length > 3) return null
  if (middle === '') return article === '' && press.length < 2 ? null : titled([article, ...press])
  if (middle.length < 3) return null
  const name = properName(middle, text)
  return name === null ? null : titled([article, name, ...press])
}

/** "north-times" needs no finding of word borders. */
function hyphened(label: string): string | null {
  const parts = label.split('-')
  return parts.length <= 4 && parts.every((part) => /^[a-z]{2,}$/.test(part)) && PRESS_WORDS.includes(parts.at(-1)!)
    ? titled(parts)
    : null
}

function pressWordAt(text: string): string | null {
  return PRESS_WORDS.find((word) => text.endsWith(word)) ?? null
}

/** The word as the text spells it, capital first. */
function properName(lower: string, text: string): string | null {
  const capital = lower[0]!.toUpperCase() + lower.slice(1)
  return new RegExp(`(?<!\\p{L})${capital}(?!\\p{L})`, 'u').test(text) ? capital : null
}

function titled(words: readonly string[]): string {
  return words
    .filter((word) => word !== '')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(' ')
}
