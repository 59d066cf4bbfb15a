/**
 * Languages in the order in which a word that belongs to several is given to one: by their share of the world's news
 * pages, roughly. Those further down are known as well, as far as ICU knows them.
 */
const COMMON =
  'en es de fr ru pt it ja zh zh-Hant ar tr pl nl fa id vi ko uk cs sv el ro hu th da he fi nb bg sk hr sr sr-Latn bn hi ur ta te ml mr gu kn pa lt lv et sl ca ms fil az kk uz hy ka sq mk bs is sw'

/** Less common languages that have a press on the web. */
const LESS_COMMON =
  'gl eu cy ga be ky tg tk mn my km lo si ne or as ps ckb am so yo ha ig zu xh af lb mt fo fy br ku sd ug rw mg ceb jv su'

/** Written regional forms with words of their own: "Jänner". */
const REGIONAL = 'de-AT pt-PT es-MX uz-Cyrl az-Cyrl bs-Cyrl en-AU'

/** Three-letter languages of CLDR that have a press; the two-letter ones are found by asking ICU. */
const THREE_LETTERS =
  'ast ceb chr ckb dsb hsb fur gsw haw kab kea kok lij mai mni nds nso nus pcm sah sat scn smn szl tzm vec yue bho brx doi ewo mgo lkt twq jgo sbp'

export const COMMON_LANGUAGES: readonly string[] = COMMON.split(' ')

/**
 * Languages with names in ICU, most common first: those of the press, or every one there is.
 */
export function knownLanguages(which: 'press' | 'all'): string[] {
  const press = [...COMMON_LANGUAGES, ...REGIONAL.split(' '), ...LESS_COMMON.split(' ')]
  const asked = which === 'press' ? press : [...press, ...letterPairs(), ...THREE_LETTERS.split(' ')]
  // ICU answers old codes and macrolanguages with another language's name: "no" → "nb", "sh" → "sr-Latn".
  const known = Intl.DateTimeFormat.supportedLocalesOf(asked)
  return [...new Set(known)].filter((tag) => !/^(?:ia|ie|eo|tok|no|tl|iw|in|ji)$/.test(tag))
}

function letterPairs(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  return letters.flatMap((first) => letters.map((second) => first + second))
}
