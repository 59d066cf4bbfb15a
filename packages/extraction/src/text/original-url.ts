import { readLines, type TextLine } from './text-line.ts'

const LABEL =
  /^(?:original|source|canonical|article|full|page)?[\s-]*(?:url|link|source|article|address|adresse|quelle|originalartikel|lien|enlace|fuente|fonte|bron|źródło|источник|ссылка|джерело|kaynak|المصدر|الرابط|منبع|מקור|स्रोत|sumber|nguồn|出典|原文|原文链接|原文連結|来源|來源|출처|원문)s?(?:\s+(?:url|link))?\s*[:：]\s*(?<url>https?:\/\/\S+)?$/iu
const ONLY_URL = /^<?(?<url>https?:\/\/[^\s<>"']{4,2000})>?$/iu

/** Where a scrape says it was taken from. */
export type OriginalUrl = { url: string; lines: TextLine[]; isLabelled: boolean }

/**
 * The URL that a scrape names as its original: "Original url:" with the address beside it or on the next line.
 *
 * @returns an absolute http(s) URL, or null. Not yet believed: whoever made the scrape wrote it.
 */
export function originalUrlOf(text: string): string | null {
  return findOriginalUrl(readLines(text))?.url ?? null
}

/** As originalUrlOf, with the lines that say so. An address alone on the very first or last line also counts. */
export function findOriginalUrl(lines: readonly TextLine[]): OriginalUrl | null {
  for (const [index, line] of lines.entries()) {
    const label = line.text.length <= 2_100 ? LABEL.exec(line.text) : null
    if (label === null) continue
    const beside = validUrl(label.groups?.url)
    if (beside !== null) return { url: beside, lines: [line], isLabelled: true }
    const next = lines[index + 1]
    const below = validUrl(ONLY_URL.exec(next?.text ?? '')?.groups?.url)
    if (below !== null && next !== undefined) return { url: below, lines: [line, next], isLabelled: true }
  }
  for (const line of [lines[0], lines.at(-1)]) {
    const alone = validUrl(ONLY_URL.exec(line?.text ?? '')?.groups?.url)
    if (alone !== null && line !== undefined) return { url: alone, lines: [line], isLabelled: false }
  }
  return null
}

function validUrl(candidate: string | undefined): string | null {
  const url = candidate === undefined ? null : URL.parse(candidate)
  return url?.hostname.includes('.') ? candidate! : null
}
