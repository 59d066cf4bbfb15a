import type { Field, When } from '@dateline/domain'
import { parseDatePhrase } from '../dates/parse-date-phrase.ts'
import { known, unknown } from '../html/field.ts'

/** A date and the line that printed it. */
export type PrintedDate = { when: When; evidence: string; isModified: boolean; isRelative: boolean }

const LINE_MAX = 200
const MODIFIED =
  /\b(?:(?:last |first )?(?:updated?|modified|edited|revised)|last change|aktualisiert|zuletzt|geändert|stand|mis à jour|mise à jour|màj|modifié|actualizad[oa]|modificad[oa]|última actualización|atualizad[oa]|aggiornat[oa]|ultimo aggiornamento|bijgewerkt|uppdaterad|oppdatert|opdateret|päivitetty|aktualizacja|zaktualizowano|aktualizováno|aktualizované|frissítve|actualizat|ažurirano|diperbarui|diupdate|cập nhật|güncelleme|güncellendi|son güncelleme)(?!\p{L})|обновлен[оа]|изменен[оа]|оновлено|обновена|ενημέρωση|ενημερώθηκε|آخر تحديث|تحديث|به‌روز|به روز|עודכן|עדכון|अपडेट|अद्यतन|আপডেট|更新|수정|แก้ไข|อัปเดต/iu
const PUBLISHED_SOURCE =
  'published|posted|created|publication date|date|on|veröffentlicht|erstellt|vom|publié|publication|publicado|publicada|pubblicato|gepubliceerd|publicerad|publisert|udgivet|julkaistu|opublikowano|data publikacji|publikováno|zverejnené|megjelent|publicat|objavljeno|dipublikasikan|tayang|đăng|yayınlanma(?: tarihi)?|yayın tarihi|опубликован[оа]|опубліковано|публикувана|δημοσίευση|δημοσιεύτηκε|نشر(?: في)?|تاريخ النشر|تاریخ انتشار|פורסם|प्रकाशित|प्रकाशन|প্রকাশ(?:িত)?|发布(?:时间|于)?|發布(?:時間)?|公開|配信|입력|เผยแพร่'
/** A day something ends or is planned for is not when the text appeared. */
const UNTIL =
  /\b(?:until|till|expires?|valid|available|deadline|bis|verfügbar|gültig|jusqu|hasta|fino al|até|tot en met|до)\b/iu
const RELATIVE = /^(?:\D{0,25}\d{1,3}\D{1,30}|\D{1,30})$/u
const DIVIDER = /\s+[|•·∙●–—-]\s+|\s*[|•·∙●]\s*|\s*;\s*|(?<=\d)\s*\/\s*(?=\p{L})/u
const published = new RegExp(`^(?:first |originally )?(?:${PUBLISHED_SOURCE})(?!\\p{L})\\s*[:：]?\\s*`, 'iu')
/** "Published 2 January 2022 Updated 3 January 2022" without a mark between. */
const BEFORE_LABEL =
  /[\s,]+(?=(?:last |zuletzt |最新|最終)?(?:updated?|modified|aktualisiert|mis à jour|mise à jour|actualizado|atualizado|aggiornato|обновлено|оновлено|bijgewerkt|güncelleme|actualizat|aktualizováno|zaktualizowano|uppdaterad|oppdatert|opdateret|diperbarui|cập nhật|更新)(?:\s|:|：))/iu

/**
 * The dates of a line that holds nothing else worth having: "Published: January 2, 2022 | Updated: January 3, 2022",
 * "6 days ago", "2022年1月2日 10:30 更新".
 */
export function readDates(text: string, capturedAt: string | null, language: string | null): PrintedDate[] {
  if (text.length > LINE_MAX) return []
  const found: PrintedDate[] = []
  for (const part of text.split(DIVIDER).flatMap((piece) => piece.split(BEFORE_LABEL))) {
    const when = parseDatePhrase({ text: part.replace(published, ''), reference: capturedAt, language })
    if (when === null || UNTIL.test(part)) continue
    found.push({ when, evidence: text, isModified: MODIFIED.test(part), isRelative: isRelativePhrase(part) })
  }
  return found
}

/** Whether the line is a date and little more: no words beyond labels, names of days and months, zones. */
export function isDateLine(text: string, dates: readonly PrintedDate[]): boolean {
  if (dates.length === 0 || text.length > 130) return false
  const words = text.replace(/\d+/gu, ' ').match(/[\p{L}\p{M}'’]+/gu) ?? []
  return words.length <= 5 * dates.length + 3 && words.join('').length <= 60 * dates.length
}

function isRelativePhrase(text: string): boolean {
  return RELATIVE.test(text) && !/\d{4}/u.test(text) && parseDatePhrase({ text, reference: null }) === null
}

/** Publication and change, out of all dates printed about the article: what is absolute before what is counted back. */
export function dateFields(
  dates: readonly PrintedDate[],
  fromUrl: PrintedDate | null,
): { publishedAt: Field<When>; modifiedAt: Field<When> } {
  const first = (isModified: boolean) => {
    const own = dates.filter((date) => date.isModified === isModified)
    return own.find(({ isRelative }) => !isRelative) ?? own[0] ?? null
  }
  const stated = first(false) ?? fromUrl
  const modified = first(true)
  const field = (date: PrintedDate | null, reason: string): Field<When> => {
    if (date === null) return unknown(reason)
    if (date === fromUrl) return known(date.when, date.evidence, 0.85, 'derived')
    return date.isRelative ? known(date.when, date.evidence, 0.7, 'derived') : known(date.when, date.evidence, 0.95)
  }
  return {
    publishedAt: field(stated, 'no date of publication on the page'),
    modifiedAt: field(modified, 'no date of change on the page'),
  }
}

const URL_DAY =
  /[/_.-](?<year>(?:19|20)\d{2})[/_.-]?(?<month>0[1-9]|1[0-2])[/_.-]?(?<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/u

/** The day in an address: "/2021/12/30/". */
export function dateOfUrl(url: string | null, capturedAt: string | null): PrintedDate | null {
  const path = url === null ? undefined : URL.parse(url)?.pathname
  const day = path === undefined ? undefined : URL_DAY.exec(path)?.groups
  if (day === undefined) return null
  const when = parseDatePhrase({ text: `${day.year}-${day.month}-${day.day}`, reference: capturedAt })
  return when === null ? null : { when, evidence: url!, isModified: false, isRelative: false }
}
