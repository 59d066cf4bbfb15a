import type { RejectReason } from '@dateline/domain'
import { BOT_TITLE, BOT_WORDS, CONSENT_WORDS, ERROR_TITLE } from '../html/wall-phrases.ts'
import { isLabel, type MarkedLine } from './marked-line.ts'
import { wordCount } from './text-line.ts'

const WALLS: readonly { reason: RejectReason; pattern: RegExp }[] = [
  {
    reason: 'bot-wall',
    pattern:
      /checking (?:your|the) browser|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|enable javascript and cookies to continue|unusual (?:traffic|activity) from your|access (?:to this page )?(?:has been )?denied|complete the security check|cf-ray|captcha|ddos protection by|request unsuccessful\. incapsula/iu,
  },
  {
    reason: 'consent-wall',
    pattern:
      /(?:we|our \d* ?partners)\b.{0,80}(?:use|store) cookies.{0,200}(?:accept|consent|agree)|before you continue to|we value your privacy|wir (?:und unsere partner )?(?:verwenden|nutzen) cookies|nous (?:et nos partenaires )?utilisons des cookies|nosotros y nuestros socios/iu,
  },
  {
    reason: 'error-page',
    pattern:
      /\b(?:404|410|500|502|503)\b.{0,40}(?:error|not found|gone|unavailable)|(?:page|article|story|seite|artikel) (?:not found|nicht gefunden|no longer (?:exists|available))|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|страница не найдена|sayfa bulunamadı|الصفحة غير موجودة|页面不存在|ページが見つかりません/iu,
  },
  {
    reason: 'empty-without-scripts',
    pattern:
      /(?:enable|turn on|requires?|activate|activer|aktivieren) javascript|javascript (?:is )?(?:disabled|required|deaktiviert)/iu,
  },
]

/** Shorter texts are menus, walls and captions. */
const TEXT_WORDS_MIN = 28
const WALL_CHARS_MAX = 2_500
const LISTED_TITLES_MIN = 8
/** Teasers of a section page may add up to this; an article has more text, however many titles stand around it. */
const LISTED_WORDS_MAX = 120

/** What walls of consent talk of. Paragraphs that do not are an article's, though a banner stands over it. */
const CONSENT_TOPIC =
  /cookie|consent|privacy|partner|personal|device|advert|brows|datenschutz|einwillig|geräte?|werbung|confidentialité|consentement|données|publicité|privacidad|datos|dispositivo|publicidad|dati|pubblicità|dados|zgod|danych|персональн|данн/iu

const ownWords = (lines: readonly MarkedLine[], isOfWall: (text: string) => boolean): number =>
  lines.reduce((sum, { kind, text, words }) => sum + (kind === 'paragraph' && !isOfWall(text) ? words : 0), 0)

const isOfBots = (text: string) => BOT_WORDS.test(text)
const isOfConsent = (text: string) => CONSENT_TOPIC.test(text) || CONSENT_WORDS.test(text)

/** What pages say in an article's place, in the languages of the press: a line that is nothing else, or words of such walls. */
function wallIn(lines: readonly MarkedLine[], whole: string): { reason: RejectReason; evidence: string } | null {
  const line = (title: RegExp) => lines.find(({ text }) => text.length <= TITLE_CHARS_MAX && title.test(text))?.text
  const bot = line(BOT_TITLE) ?? BOT_WORDS.exec(whole)?.[0]
  // A brief report says “I am not a robot” once, or is headed "Security check", and has words of its own beside.
  if (bot !== undefined && ownWords(lines, isOfBots) < TEXT_WORDS_MIN) return { reason: 'bot-wall', evidence: bot }
  const error = line(ERROR_TITLE)
  if (error !== undefined) return { reason: 'error-page', evidence: error }
  const consent = CONSENT_WORDS.exec(whole)?.[0]
  return consent === undefined || ownWords(lines, isOfConsent) >= TEXT_WORDS_MIN
    ? null
    : { reason: 'consent-wall', evidence: consent.slice(0, 200) }
}

const TITLE_CHARS_MAX = 120

/** Why a scrape holds no article; null if it does. */
export function rejectText(
  lines: readonly MarkedLine[],
  text: string,
  paragraphs: number,
): { reason: RejectReason; evidence: string } | null {
  const whole = lines.map((line) => line.text).join('\n')
  if (whole === '') return { reason: 'too-short', evidence: 'the text is empty' }
  const words = wordCount(text)
  if (text.length < WALL_CHARS_MAX) {
    for (const { reason, pattern } of WALLS) {
      const match = pattern.exec(whole.slice(0, WALL_CHARS_MAX * 2))
      if (match === null || words >= TEXT_WORDS_MIN * 4) continue
      if (reason === 'consent-wall' && ownWords(lines, isOfConsent) >= TEXT_WORDS_MIN) continue
      return { reason, evidence: match[0].slice(0, 200) }
    }
    const wall = words < TEXT_WORDS_MIN * 3 ? wallIn(lines, whole.slice(0, WALL_CHARS_MAX * 2)) : null
    if (wall !== null) return wall
  }
  const titles = lines.filter((line) => isLabel(line, 25) && line.words >= 4).length
  if (titles >= LISTED_TITLES_MIN && paragraphs <= titles / 4 && words < LISTED_WORDS_MAX)
    return { reason: 'section-page', evidence: `${titles} titles and ${paragraphs} paragraphs` }
  if (words < TEXT_WORDS_MIN)
    return { reason: 'too-short', evidence: `${words} words of running text, at least ${TEXT_WORDS_MIN} needed` }
  return null
}
