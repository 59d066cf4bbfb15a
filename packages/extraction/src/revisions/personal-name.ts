import { NAME_PARTICLES } from '../credits/credit-words.ts'
import type { Hunk } from './diff-words.ts'

const NAME_WORDS_MAX = 6
const UNCASED_CHARS_MAX = 30
/** Where more of the words within sentences begin with a capital, nouns do: a capital alone is no name. */
const CAPITALS_SHARE_MAX = 0.25
const SAMPLED_WORDS = 400
const NEIGHBOUR_CHARS = 40

/** What stands before or after a name in scripts without capitals. */
const TITLES = `
  السيد السيدة الرئيس رئيس الوزير وزير الأمير الملك الشيخ الدكتور المتحدث النائب محافظ عمدة القاضي اللواء العميد آقای خانم رئیس وزیر دکتر سردار شهردار
  מר גברת ראש השר הנשיא הרב שופט דוקטור ח"כ श्री श्रीमती सुश्री डॉ राष्ट्रपति प्रधानमंत्री मंत्री महापौर सांसद विधायक न्यायाधीश মন্ত্রী জনাব ডা মেয়র রাষ্ট্রপতি প্রধানমন্ত্রী திரு திருமதி முதல்வர் அமைச்சர் శ్రీ మంత్రి
  先生 女士 总统 總統 总理 總理 主席 部长 部長 市长 市長 省长 州长 州長 议员 議員 教授 法官 书记 書記 局长 局長 さん 氏 容疑者 被告 首相 大統領 知事 社長 会長 監督 選手 大臣
  씨 대통령 총리 장관 시장 의원 대표 교수 회장 감독 선수 นาย นาง นางสาว ดร พลเอก
`
  .trim()
  .split(/\s+/u)

/** Whether a stretch puts one name for another: capitalised words within a sentence, or words beside a title. */
export function isNameChange(
  { removed, added, beforeStart, afterStart }: Hunk,
  before: string,
  after: string,
): boolean {
  if (removed === '' || added === '') return false
  if (!/[\p{Lu}\p{Ll}]/u.test(removed + added))
    return isUncasedName(removed, before, beforeStart) && isUncasedName(added, after, afterStart)
  return isCasedName(removed, before, beforeStart) && isCasedName(added, after, afterStart)
}

function isCasedName(text: string, whole: string, start: number): boolean {
  const words = text.split(/\s+/u).filter((word) => word !== '')
  const capitals = words.filter(isCapitalised)
  const isMade = words.every((word) => isCapitalised(word) || NAME_PARTICLES.has(word.toLowerCase()))
  if (!isMade || capitals.length === 0 || words.length > NAME_WORDS_MAX) return false
  if (words.length > 1) return true
  if (/(?:^|[.!?…]["”’»]?\s*)$/u.test(whole.slice(0, start))) return false
  if (!capitalisesNouns(whole)) return true
  const last =
    whole
      .slice(Math.max(0, start - NEIGHBOUR_CHARS), start)
      .trim()
      .split(/\s+/u)
      .at(-1) ?? ''
  const rest = whole.slice(start).trimStart()
  const next = rest.startsWith(text) ? (rest.slice(text.length).trim().split(/\s+/u)[0] ?? '') : ''
  return isCapitalised(last) || isCapitalised(next)
}

const isCapitalised = (word: string) => /^["“«„'‘(]?\p{Lu}/u.test(word)

function capitalisesNouns(whole: string): boolean {
  const words = whole.split(/\s+/u, SAMPLED_WORDS)
  const within = words.filter((_, index) => index > 0 && !/[.!?:…]["”’»]?$/u.test(words[index - 1]!))
  return within.filter(isCapitalised).length > within.length * CAPITALS_SHARE_MAX
}

function isUncasedName(text: string, whole: string, start: number): boolean {
  if (text.length > UNCASED_CHARS_MAX || /[\p{N}\p{P}]/u.test(text.slice(1, -1))) return false
  const words = (side: string) => side.split(/[\s\p{P}]+/u).filter((word) => word !== '')
  const isJoined = /[\p{scx=Han}\p{scx=Hira}\p{scx=Hang}\p{scx=Thai}]/u.test(text)
  const before = whole.slice(Math.max(0, start - NEIGHBOUR_CHARS), start)
  const rest = whole.slice(start).trimStart()
  const after = (rest.startsWith(text) ? rest.slice(text.length) : rest).slice(0, NEIGHBOUR_CHARS)
  if (isJoined) return TITLES.some((title) => before.trimEnd().endsWith(title) || after.trimStart().startsWith(title))
  return [...words(before).slice(-2), ...words(after).slice(0, 1)].some((word) => TITLES.includes(word))
}
