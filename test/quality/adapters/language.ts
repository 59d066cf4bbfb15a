import { detectLanguage } from '@dateline/classification'

/** ISO 639-1 code of each row's language; null: unknown. */
export function detect(
  rows: readonly { id: string; title: string; text: string }[],
): { id: string; lang: string | null }[] {
  return rows.map(({ id, title, text }) => ({ id, lang: detectLanguage(`${title}\n${text}`)?.code ?? null }))
}
