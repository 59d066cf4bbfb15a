import { fold } from '../text/fold.ts'
import { wordsOf } from '../text/words.ts'

const ENGLISH = /\b(?:not|no|never|none|neither|nor|without|nobody|nothing|cannot|\p{L}+n['’]t)\b/giu

/** By language, folded. */
const WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    de: 'nicht nichts kein keine keinen keinem keiner keines nie niemals niemand weder ohne',
    es: 'no nunca jamás nadie nada ningún ninguno ninguna tampoco ni sin',
    fr: 'ne n pas jamais aucun aucune rien ni sans',
    it: 'non mai nessuno nessun nessuna niente nulla né senza',
    nl: 'niet niets geen nooit niemand noch zonder',
    pl: 'nie nigdy nikt nic żaden żadna żadne bez ani',
    pt: 'não nunca jamais ninguém nada nenhum nenhuma nem sem',
    ru: 'не нет ни никто ничего никогда никакой без',
    sv: 'inte ingen inget inga aldrig utan',
    uk: 'не ні ніхто нічого ніколи без',
  }).map(([language, words]) => [language, new Set(words.split(' ').map(fold))]),
)

/** Words that deny, as they stand in a text; of a language without a list, none. @param language null is read as English. */
export function negationsIn(text: string, language: string | null): string[] {
  if (language === null || language === 'en') return text.match(ENGLISH) ?? []
  const known = WORDS[language]
  if (known === undefined) return []
  return wordsOf(text)
    .map(({ raw }) => raw)
    .filter((raw) => known.has(fold(raw)))
}
