import { TOPIC_NAMES } from './topic-names.ts'

const TAXONOMY = 'medtop:'

/**
 * How people call a topic, in English: "medtop:20000530" is "strikes", "house:harbour" is "harbour". One that only a person or
 * a model of an operator's own can give, and that has no name here, is called by what it is: "Media Topic 20000009".
 */
export function topicName(qcode: string): string {
  if (!qcode.startsWith(TAXONOMY)) return qcode.slice(qcode.indexOf(':') + 1)
  const code = qcode.slice(TAXONOMY.length)
  return TOPIC_NAMES[code] ?? `Media Topic ${code}`
}
