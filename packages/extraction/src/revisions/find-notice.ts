import { startsAsCorrection } from '../html/page-marks.ts'

/** How a page owns up to a change: a notice of correction, a line that says it was updated, or a later time of change. */
export type Notice = { kind: 'correction' | 'update' | 'time'; text: string }

/** "Updated at 3 p.m.", "Update:", in the languages of news; at the head of a line. */
const UPDATE =
  /^\W{0,3}(?:updat(?:e|ed|es)|this (?:article|story|post|report) (?:was|has been) updated|last updated|ergänz(?:ung|t)|aktualisier(?:t|ung)|dieser (?:artikel|text|beitrag) wurde (?:aktualisiert|ergänzt)|mis(?:e)? à jour|actualizad[oa]|actualización|aggiorna(?:to|ta|mento)|atualizad[oa]|atualização|bijgewerkt|uppdaterad|opdateret|oppdatert|päivitetty|aktualizacja|zaktualizowano|aktualizováno|frissítve|обновлено|дополнено|оновлено|güncelleme|güncellendi|diperbarui|cập nhật|更新|追記|업데이트)(?=[\s:：.,(–—-]|$)/iu
const UPDATE_CHARS_MAX = 400

/** Among lines that have come: the first that owns up to a change. */
export function noticeAmong(lines: readonly string[]): Notice | null {
  for (const text of lines) {
    if (startsAsCorrection(text)) return { kind: 'correction', text }
    if (text.length <= UPDATE_CHARS_MAX && UPDATE.test(text)) return { kind: 'update', text }
  }
  return null
}
