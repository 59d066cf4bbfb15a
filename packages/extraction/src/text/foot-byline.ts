import type { Person } from '@dateline/domain'
import { signedFoot } from '../credits/signed-foot.ts'

/** Who signed a text at its end; `cut`: how many characters at the end of the line are the signature. */
export type FootByline = { authors: Person[]; raw: string; cut: number }

const LINE_END_CHARS = 80

/** "（記者 林怡君）", "（本報記者：林怡君、陳志明／台北報導）", "（记者 王小明）". An editor ("責任編輯：") is none. */
const HAN_REPORTER =
  /[（(]\s*(?:(?:本[报報]|本刊|本社|新华社|新華社|中央社|特[约約])(?:记者|記者)\s?[:：／/]?\s?|(?:文字|採訪|采访)?(?:记者|記者)(?:\s?[:：／/]\s?|\s))(?<names>\p{scx=Han}{2,4}(?:[、，,\s]\s?\p{scx=Han}{2,4}){0,3})(?:\s*[／/]\s*\p{scx=Han}{2,8})?\s*[)）][。]?$/u
/** "홍길동 기자 hong@post.example", "(홍길동·김민수 기자)" on a line of its own. */
const KOREAN_REPORTER =
  /^[([]?(?<names>\p{scx=Hangul}{2,4}(?:[·,]\s?\p{scx=Hangul}{2,4}){0,3})\s?(?:선임|수습|인턴)?\s?(?:기자|특파원)[)\]]?(?:\s*[(<[]?[\w.+-]{1,40}@[\w.-]{3,60}[)>\]]?)?$/u
/** "전직 기자", "사진 기자": what somebody was or does. */
const NO_KOREAN_NAME = /^(?:사진|영상|그래픽|전직|현직|담당|시민|객원|본지|편집|취재|신문|방송)$/u

/**
 * Reads the mark by which papers in Chinese, Japanese and Korean sign at the foot: "【山田太郎】", "（記者 林怡君）",
 * "홍길동 기자 hong@post.example".
 *
 * @returns null for a line that nobody signed.
 */
export function footByline(line: string): FootByline | null {
  const end = line.trimEnd().slice(-LINE_END_CHARS)
  const signed = signedFoot(end)
  if (signed.length > 0) return bylineOf(signed, end.slice(end.lastIndexOf('【')))
  const han = HAN_REPORTER.exec(end)
  if (han !== null) return bylineOf(han.groups!.names!.split(/[、，,\s]+/u), han[0])
  const korean = line.length > LINE_END_CHARS ? null : KOREAN_REPORTER.exec(line.trim())
  const names = korean?.groups?.names?.split(/[·,]\s?/u) ?? []
  return korean === null || names.some((name) => NO_KOREAN_NAME.test(name)) ? null : bylineOf(names, korean[0])
}

const bylineOf = (names: readonly string[], raw: string): FootByline => ({
  authors: names.map((name) => ({ name, affiliation: null, place: null })),
  raw,
  cut: raw.length,
})
