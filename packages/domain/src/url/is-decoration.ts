import {
  CONTENT_WORDS,
  ENDPOINT_SEGMENTS,
  LABEL_WORDS,
  REFERRAL_NAMES,
  REFERRAL_WORDS,
  TRACKING_NAMES,
  TRACKING_PREFIXES,
  TRACKING_WORDS,
} from './tracking-parameters.ts'

const TOKEN_CHARS_MIN = 6
const LONG_TOKEN_CHARS_MIN = 20

/** Name (or name and value) of parameters that ask for the same article in another dress. */
const VARIANT =
  /^(amp|amp=(1|true|y|yes)|(outputtype|output|format|view|type|mode|page_type|layout|version|device|site|display|template)=(amp|print|mobile|printable|printer|m|desktop)|(print|printable|printpage|printview|printer|mobile|mobi|nomobile|is_mobile|desktop)(=(1|true|y|yes|on)?)?|m=[01]|single=1|singlepage=true|showfulltext=(1|true)|amp_\w+=.*|usqp=.*)$/

/** Names that nobody uses for anything else. */
const STRONG = /^(?:utm[_-]|mtm_|matomo_|piwik_|hsa_|__?hs|mc_|vero_|oly_|elq|p[df]_rd_|itm_|[a-z]{1,4}clid$)/

/** A lone letter, or letter and "id", that may stand for a kind of content: (a)rticle, (p)age, (v)ideo, nid, tid … */
const LETTERS = /^(?:[abcdfikmnpqstv]|[abcdefgimnopqrstuv]id)$/

/** Forums' sessions: 32 hexadecimal digits. */
const SESSION_ID = /^(?:s|sid|sess)=[0-9a-f]{32}$/

/**
 * True if a query parameter says nothing about which article is asked for.
 *
 * A name in the lists of tracking-parameters.ts goes everywhere. Names that speak of the reader's way here go where the
 * path already names a document. So does, under a name nobody knows, an opaque token ("Cj0KCQ8wq3"): systems give those
 * to clicks, readers and sessions, while articles are chosen by numbers, dates and words. All else stays: a wrong merge
 * costs more than a missed one.
 */
export function isDecoration(name: string, value: string, segments: readonly string[]): boolean {
  const lower = name.toLowerCase()
  const isNumber = /^\d+$/.test(value)
  const isDocument = namesDocument(segments)
  if (STRONG.test(lower)) return true
  const isTracking = TRACKING_NAMES.has(lower) || TRACKING_PREFIXES.some((prefix) => lower.startsWith(prefix))
  // "story.php?feature=1007": a program may give its own meaning to a name.
  if (isTracking) return !isNumber || isDocument || segments.length === 0
  if (VARIANT.test(value === '' ? lower : `${lower}=${value.toLowerCase()}`)) return true
  if (SESSION_ID.test(`${lower}=${value}`)) return true
  if (REFERRAL_NAMES.has(lower) && !isNumber && !/[/.]/.test(value)) return true
  const words = wordsOf(name)
  const isContent = choosesContent(words)
  if (words.length >= 2 && REFERRAL_WORDS.has(words.at(-1)!) && !isContent) return true
  if (!isDocument) return false
  if (TRACKING_WORDS.has(words[0] ?? '')) return !isNumber || REFERRAL_NAMES.has(lower)
  if (words.some((word) => REFERRAL_WORDS.has(word) || word.endsWith('clid'))) return !isNumber
  if (isContent && !name.startsWith('_')) return false
  if (isRssLink(lower, value.toLowerCase())) return true
  if (words.some((word) => TRACKING_WORDS.has(word))) return true
  return isOpaqueToken(value)
}

/** True if the path alone names a document, so that parameters need not. */
function namesDocument(segments: readonly string[]): boolean {
  const last = segments.at(-1)?.toLowerCase() ?? ''
  const stem = last.replace(/\.(html?|shtml|xhtml)$/, '')
  if (ENDPOINT_SEGMENTS.has(stem) || /\.[a-z]{2,5}$/.test(stem) || /(view|detail|read|show)$/.test(stem)) return false
  return segments.length >= 2 || /\d{5}|\w-\w+-\w/.test(stem)
}

/** Links in feeds say that they stood in one: "rss=1", "ch=rss_news", "maca=en-rss-all". */
function isRssLink(name: string, value: string): boolean {
  if (/^(?:rss|rssfeed|fromrss|feed)$/.test(name) && /^(?:1|true|yes|y)?$/.test(value)) return true
  return value.split(/[-_.:]/).includes('rss')
}

/** "webUserId" → web, user, id; "spm_id_from" → spm, id, from. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
}

/**
 * True if a name speaks of what is shown. Words for any kind of label ("id", "code", "tag") say so alone or beside a word
 * for content ("news_code"), not beside others ("linkCode").
 */
function choosesContent(words: readonly string[]): boolean {
  if (words.length === 0) return true
  if (words.length === 1 && (/^.(?:id)?$/.test(words[0]!) ? LETTERS.test(words[0]!) : LABEL_WORDS.has(words[0]!)))
    return true
  return words.some((word) => {
    if (CONTENT_WORDS.has(word)) return true
    const stem = /^(.{2,})(?:id|no|nr)$/.exec(word)?.[1]
    return stem !== undefined && CONTENT_WORDS.has(stem)
  })
}

/** Letters and digits mixed, without words in it: "abc12345", but not "covid-19-report", "2024-05-06" or "42". */
function isOpaqueToken(value: string): boolean {
  if (value.length < TOKEN_CHARS_MIN || !/^[\w.~=+%/-]+$/.test(value) || !/[a-z]/i.test(value)) return false
  const words = value.split(/[-_.~+]/).filter((part) => /^[a-z]{3,}$/i.test(part))
  if (words.length >= 2) return false
  return /\d/.test(value) || (value.length >= LONG_TOKEN_CHARS_MIN && words.length === 0)
}
