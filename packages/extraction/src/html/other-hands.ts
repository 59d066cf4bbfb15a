import type { Person } from '@dateline/domain'
import type { TextBlock } from './text-blocks.ts'

/** Longer lines are text, which speaks of press officers as well. */
const LINE_CHARS_MAX = 200

/** Before a name: who made the site. */
const MADE_SITE =
  /(?:^|[^\p{L}])(?:(?:web ?site|site|web ?design|web ?development|design|designed|theme|template|layout|gestaltung|umsetzung|webseite|realisation|réalisation|conception|diseño(?: web)?|realizzazione|progetto grafico|ontwerp|projekt strony|дизайн(?: сайта)?|разработка сайта)(?:\s(?:(?:and|und|et|y|e|&)\s\p{L}{3,14}))?\s?(?:by|von|par|por|di|door|[:：])|website (?:built|made|designed|created) by|web ?design)\s*$/iu
/** Before a name: whom the press may ask. */
const PRESS_CONTACT =
  /(?:^|[^\p{L}])(?:(?:press|media)[ -](?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|officers?|relations|queries|information)|presse-?kontakt|ansprechpartner(?:in)? (?:für die )?presse|pressesprecher(?:in)?|rückfragen|contacts? (?:de )?(?:la )?presse|service de presse|attachée? de presse|contacto (?:de|para la) prensa|contacto prensa|contatt[oi] stampa|ufficio stampa|contato (?:para a )?imprensa|assessoria de imprensa|perscontact|presskontakt|kontakt dla mediów|контакты? для (?:прессы|сми)|пресс-служба|媒体联系人?|媒體聯絡人?|報道関係者(?:の)?お問い合わせ先?)(?:[^.!?。]{0,40}|\s*[:：]\s*)$/iu
/** Behind a name. */
const IS_PRESS_OFFICER =
  /^[\s,(–-]{1,4}(?:press (?:officer|contact)|media (?:contact|relations|officer)|pressesprecher(?:in)?|pressekontakt|attachée? de presse|ufficio stampa|jef[ea] de prensa)(?!\p{L})/iu

/** Those of the people whom a line of the page names as maker of the site or as the press's contact, and no line as anything else. */
export function withOtherHand(people: readonly Person[], blocks: readonly TextBlock[]): Person[] {
  return people.filter(({ name }) => {
    const roles = blocks.flatMap(({ text }, index) => {
      const at = text.length > LINE_CHARS_MAX ? -1 : text.indexOf(name)
      if (at < 0) return []
      const before = text.slice(0, at).trim() || (blocks[index - 1]?.text.slice(-LINE_CHARS_MAX) ?? '')
      return [
        MADE_SITE.test(before) || PRESS_CONTACT.test(before) || IS_PRESS_OFFICER.test(text.slice(at + name.length)),
      ]
    })
    return roles.length > 0 && roles.every((isOther) => isOther)
  })
}
