import { unknown } from './field.ts'
import type { Credits } from './page-authors.ts'
import type { TextBlock } from './text-blocks.ts'

/** Longer lines are text, which speaks of press officers as well. */
const LINE_CHARS_MAX = 200

/** Before a name: who made the site. */
const MADE_SITE =
  /(?:^|[^\p{L}])(?:(?:web ?site|site|web ?design|web ?development|design|designed|theme|template|layout|gestaltung|umsetzung|webseite|realisation|réalisation|conception|diseño(?: web)?|realizzazione|progetto grafico|ontwerp|projekt strony|дизайн(?: сайта)?|разработка сайта)(?:\s(?:(?:and|und|et|y|e|&)\s\p{L}{3,14}))?\s?(?:by|von|par|por|di|door|[:：])|website (?:built|made|designed|created) by|web ?design)\s*$/iu
/** Before a name: whom the press may ask. */
const PRESS_CONTACT =
  /(?:^|[^\p{L}])(?:(?:press|media)[ -](?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|officers?|relations|queries|information)|presse-?kontakt|ansprechpartner(?:in)? (?:für die )?presse|pressesprecher(?:in)?|rückfragen|contacts? (?:de )?(?:la )?presse|service de presse|attachée? de presse|contacto (?:de|para la) prensa|contacto prensa|contatt[oi] stampa|ufficio stampa|contato (?:para a )?imprensa|assessoria de imprensa|perscontact|presskontakt|kontakt dla mediów|контакты? для (?:прессы|сми)|пресс-служба|媒体联系人?|媒體聯絡人?|報道関係者(?:の)?お問い合わせ先?)(?:[^.!?。]{0,40}|\s*[:：]\s*)$/iu
/** Behind a name, or in the line under it. */
const PRESS_OFFICER =
  /^[\s,(–-]{0,4}(?:press officer|media (?:relations|officer)|pressesprecher(?:in)?|pressereferent(?:in)?|attachée? de presse|jef[ea] de prensa|addett[oa] stampa)(?!\p{L})/iu
const CONTACT_BEHIND = /^[\s,(–-]{1,4}(?:(?:press|media) contact|pressekontakt|ufficio stampa)(?!\p{L})/iu

/** Without those whom the page names as maker of its site or as contact of the press, and as nothing else: templates take them for authors. */
export function withoutOtherHands(credits: Credits, blocks: readonly TextBlock[]): Credits {
  const { authors } = credits
  if (authors.value === null) return credits
  const own = authors.value.filter(({ name }) => !isOtherHand(name, blocks))
  if (own.length === authors.value.length) return credits
  if (own.length > 0) return { ...credits, authors: { ...authors, value: own } }
  const nobody = unknown<never>(`${authors.value[0]!.name} is named as maker of the site or as contact of the press`)
  return { ...credits, authors: nobody, byline: credits.agency === null ? nobody : credits.byline }
}

function isOtherHand(name: string, blocks: readonly TextBlock[]): boolean {
  const lines = blocks.flatMap(({ text }, index) => {
    const at = text.length > LINE_CHARS_MAX ? -1 : text.indexOf(name)
    return at < 0 ? [] : [{ index, before: text.slice(0, at).trim(), after: text.slice(at + name.length) }]
  })
  return (
    lines.length > 0 &&
    lines.every(({ index, before, after }) => {
      const over = before || (blocks[index - 1]?.text.slice(-LINE_CHARS_MAX) ?? '')
      const under = after.trim() || (blocks[index + 1]?.text ?? '')
      return MADE_SITE.test(over) || PRESS_CONTACT.test(over) || PRESS_OFFICER.test(under) || CONTACT_BEHIND.test(after)
    })
  )
}
