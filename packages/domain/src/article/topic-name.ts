import { TOP_LEVEL_NAMES } from './top-level-names.ts'
import { TOPIC_NAMES } from './topic-names.ts'

const TAXONOMY = 'medtop:'

/** Languages (ISO 639-1) in which topics have names. */
export const TOPIC_NAME_LANGUAGES: readonly string[] = ['en', ...Object.keys(TOP_LEVEL_NAMES)]

/**
 * How people call a topic: "medtop:20000530" is "strikes", "house:harbour" is "harbour". One that only a person or a model of an
 * operator's own can give, and that has no name here, is called by what it is: "Media Topic 20000009".
 *
 * @param language ISO 639-1; where the topic has no name in it, the name is English.
 */
export function topicName(qcode: string, language = 'en'): string {
  if (!qcode.startsWith(TAXONOMY)) return qcode.slice(qcode.indexOf(':') + 1)
  const code = qcode.slice(TAXONOMY.length)
  return topLevelName(code, language) ?? TOPIC_NAMES[code] ?? `Media Topic ${code}`
}

function topLevelName(code: string, language: string): string | undefined {
  return code.endsWith('000000') ? TOP_LEVEL_NAMES[language]?.[Number(code.slice(0, 2)) - 1] : undefined
}

/** Every name there is, with the code and the language it is of. */
export function allTopicNames(): { readonly qcode: string; readonly language: string; readonly name: string }[] {
  return Object.entries(TOPIC_NAMES).flatMap(([code, english]) =>
    TOPIC_NAME_LANGUAGES.flatMap((language) => {
      const name = language === 'en' ? english : topLevelName(code, language)
      return name === undefined ? [] : [{ qcode: `${TAXONOMY}${code}`, language, name }]
    }),
  )
}
