import { startsAsCorrection } from './correction-notice.ts'

/** How a page owns up to a change: a notice of correction, a line that says it was updated, or a later time of change. */
export type Notice = { kind: 'correction' | 'update' | 'time'; text: string }

/** "Updated at 3 p.m.", "Update:", in the languages of news; at the head of a line. */
const UPDATE =
  /^[\s([【（*•–—·-]{0,6}(?:updat(?:e|ed|es)|this (?:article|story|post|report|piece) (?:was|has been) updated|(?:last|recently) updated|ergänz(?:ung|t)|aktualisier(?:t|ung)|dieser (?:artikel|text|beitrag) wurde (?:aktualisiert|ergänzt)|(?:dernière )?mis(?:e)? à jour|(?:última )?actualizad[oa]|(?:última )?actualización|(?:ultimo )?aggiorna(?:to|ta|mento)|atualizad[oa]|(?:última )?atualização|bijgewerkt|uppdaterad|opdateret|oppdatert|päivitetty|uppfært|aktualizacja|zaktualizowano|aktualiz(?:ováno|ované|ace|ácia)|frissítve|frissítés|actualizat|actualizare|ažurirano|dopunjeno|ažurirano|обновено|актуализирана|ενημερώθηκε|ενημέρωση|обновлено|дополнено|оновлено|доповнено|güncelleme|güncellendi|yenilənib|تحديث|محد[ثّ]ث?|به.?روز ?رسانی|به‌روز شد|עדכון|עודכן|अपडेट(?:ेड)?|আপডেট|হালনাগাদ|புதுப்பிப்பு|อัปเดต|อัพเดท|diperbarui|dikemas kini|cập nhật|更新|最后更新|最終更新|追記|업데이트|추가)(?=[\s:：.,()\]】–—\d-]|$)/iu
const UPDATE_CHARS_MAX = 400

/** Among lines that have come: the first that owns up to a change. */
export function noticeAmong(lines: readonly string[]): Notice | null {
  for (const text of lines) {
    if (startsAsCorrection(text)) return { kind: 'correction', text }
    if (text.length <= UPDATE_CHARS_MAX && UPDATE.test(text)) return { kind: 'update', text }
  }
  return null
}
