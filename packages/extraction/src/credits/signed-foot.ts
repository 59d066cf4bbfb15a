import { JAPANESE_FAMILIES } from './han-words.ts'

/** "…した。【山田太郎】", at the end of the text or on a line of its own; several names are divided by a point or a comma. */
const SIGNED =
  /(?:^|[。」』）])\s?【(?<names>[\p{Script=Han}ぁ-んァ-ヶー]{2,8}(?:[、，・\s][\p{Script=Han}ぁ-んァ-ヶー]{2,8}){0,3})】$/u

/** What is left of a place, an office or a series behind a family name: "【山口県警】", "【千葉支局】". */
const NO_GIVEN =
  /[県市町村区郡駅署庁省局社社部課班館園港島川山駐城寺神線祭賞杯展戦論談家屋店]|公園|県警|地裁|高校|大学|中継|速報|特集|取材|写真|撮影|第[一二三]|[0-9０-９]/u

/**
 * Who has signed a Japanese text at its foot, as several papers there do. Only names that begin with a common family name: series,
 * places and pictures' credits stand in the same brackets.
 *
 * @param last the text's last line.
 */
export function signedFoot(last: string): string[] {
  const signed = SIGNED.exec(last.trim())?.groups?.names ?? ''
  // "【山田 太郎】" is one person.
  const names = (signed.length <= SPACED_CHARS_MAX ? signed.replace(/\s/u, '') : signed).split(/[、，・\s]/u)
  return names.every(isName) ? names : []
}

const SPACED_CHARS_MAX = 7

function isName(name: string): boolean {
  for (const chars of [3, 2]) {
    const given = name.slice(chars)
    if (JAPANESE_FAMILIES.has(name.slice(0, chars)) && given.length > 0 && given.length <= 3)
      return !NO_GIVEN.test(given)
  }
  return false
}
