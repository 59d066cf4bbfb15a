import { plainText } from './html/page-facts.ts'

/** Fields of a record, in the languages of news: "Day: Wednesday" says nothing of what a piece is about. */
const FIELD =
  /^(?:(?:week)?day|date|time|year|month|author|byline|type|content[ -]?type|id|uu?id|source|section|channel|page|lang|language|format|template|status|version|word ?count|edition|desk|wochentag|datum|autor(?:in|a)?|quelle|typ|ressort|seite|sprache|jour|auteur|rubrique|langue|día|fecha|fuente|tipo|sección|idioma|página|giorno|data|autore|fonte|sezione|lingua|dia|se[cç]ção|seção|dag|bron|soort|författare|källa|dzień|źródło|dział|день|дата|автор|источник|тип|раздел|日期|作者|来源|來源|类型|類型|曜日|著者|날짜|기자|출처|유형)\s?[:：=]/iu
/** "type=article", "section:news", "pageType:Article": written by machines for machines. */
const PAIR = /^[a-z][\w.-]{1,40}:\S|^[\w.-]{2,40}=\S/
const ADDRESS = /^(?:https?:|www\.)\S*$/i
/** "12345", "cms-123456", "a81bc81b-dead-4e5d-abff-90865d1e13b1", hashes. */
const ID = /^(?:[a-z]{1,12}[-_.#]?)?\d{5,}$|^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$|^(?=\D*\d)[\da-f]{16,}$/i

const KEYWORDS_MAX = 40
const KEYWORD_CHARS_MAX = 80

/** The first 40 keywords, each once: without empty and overlong ones, and without what systems put there for their own ends. */
export function topicKeywords(tags: readonly string[]): string[] {
  const clean = tags.map(plainText).filter((tag) => tag !== '' && tag.length <= KEYWORD_CHARS_MAX && !isTracking(tag))
  return [...new Set(clean)].slice(0, KEYWORDS_MAX)
}

const isTracking = (tag: string) => FIELD.test(tag) || PAIR.test(tag) || ADDRESS.test(tag) || ID.test(tag)
