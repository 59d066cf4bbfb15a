import { fold } from '../text/fold.ts'
import { wordsOf } from '../text/words.ts'

const ENGLISH =
  /\b(?:not(?! only\b)|no(?! (?:more|less|fewer|later) than\b| doubt\b)|never|none|neither|nor|without|nobody|nothing|cannot|\p{L}+n['’]t)\b/giu

/** By language, folded. */
const WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    da: 'ikke ingen intet aldrig uden hverken',
    de: 'nicht nichts kein keine keinen keinem keiner keines nie niemals niemand weder ohne',
    el: 'δεν δε μην μη ούτε χωρίς κανείς τίποτα',
    es: 'no nunca jamás nadie nada ningún ninguno ninguna tampoco ni sin',
    fr: 'ne n pas jamais aucun aucune rien ni sans',
    hu: 'nem nincs nincsenek sem soha senki semmi nélkül',
    id: 'tidak bukan belum tanpa',
    it: 'non mai nessuno nessun nessuna niente nulla né senza',
    nl: 'niet niets geen nooit niemand noch zonder',
    no: 'ikke ingen intet aldri uten verken',
    pl: 'nie nigdy nikt nic żaden żadna żadne bez ani',
    pt: 'não nunca jamais ninguém nada nenhum nenhuma nem sem',
    ro: 'nu niciodată nimeni nimic niciun nicio fără',
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
  return (
    wordsOf(text)
      .map(({ raw }) => raw)
      // "n’a" is "n".
      .filter((raw) => known.has(fold(raw)) || known.has(fold(raw.replace(/['’].*$/, ''))))
  )
}

/** Beginnings of words that deny what follows, folded: "failed to win" says what "did not win" says. */
const DENIALS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:fail|refus|den(?:y|ied|ies)|reject|lack|absen|unable|declin|avoid|prevent|unhurt|unharmed|uninjured|unlikely|impossible|far from|ruled? out)/,
  de: /\b(?:verweiger|abgelehnt|lehnt|fehlt|scheiter|unverletzt|unmoglich|versaum)/,
  es: /\b(?:rechaz|nego|negar|ileso|impos|fracas|ausent)/,
  fr: /\b(?:refus|rejet|indemne|impossib|echou|absen|manqu)/,
  it: /\b(?:rifiut|respin|negat|illes|impossib|fallit|assent)/,
  nl: /\b(?:weiger|afgewezen|ongedeerd|onmogelijk|mislukt|ontbre)/,
  pt: /\b(?:recus|rejeit|neg(?:ou|ar)|ileso|impossiv|fracass|ausent)/,
}

/** Whether a sentence denies by the meaning of a word. */
export function isDenied(sentence: string, language: string | null): boolean {
  return DENIALS[language ?? 'en']?.test(fold(sentence)) ?? false
}
