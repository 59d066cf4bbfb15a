import type { Classification } from '@dateline/domain'
import { stem } from '../text/stem.ts'
import { wordsOf } from '../text/words.ts'

/** Release of IPTC Media Topics whose codes are given. */
export const TAXONOMY = 'medtop/2026-07-02'

/** Names the model behind the verdicts; its terms are in this file. */
export const TOPIC_MODEL = 'terms/1'

/** Words that speak for a topic wherever they stand: few, and chosen so that each is rare outside its topic. */
const TERMS: Readonly<Record<string, string>> = {
  'medtop:01000000':
    'film movie actor actress album concert museum theatre novel singer artist festival painting opera',
  'medtop:02000000':
    'court judge trial prosecutor convicted murder arrested jail prison lawsuit jury fraud detective verdict',
  'medtop:03000000':
    'earthquake flood wildfire hurricane rescuers evacuated crash survivors tsunami derailed avalanche',
  'medtop:04000000':
    'shares investors profit revenue inflation stocks bank company quarterly economy merger exports currency',
  'medtop:05000000': 'school pupils students university teachers classroom curriculum exam',
  'medtop:06000000': 'climate emissions conservation wildlife pollution species biodiversity ecosystem',
  'medtop:07000000': 'patients hospital vaccine virus disease doctors infection surgery medicine outbreak epidemic',
  'medtop:11000000':
    'president minister parliament election government senate diplomatic sanctions nato summit vote ambassador treaty',
  'medtop:13000000':
    'scientists researchers software spacecraft telescope smartphone physics laboratory genome astronomers',
  'medtop:15000000': 'match goal coach league striker tournament championship player season team win cup olympic',
  'medtop:16000000': 'troops invasion militants military ceasefire insurgency rebels airstrike soldiers missile forces',
  'medtop:17000000': 'forecast rain snow temperatures meteorologists thunderstorms sunny showers',
}

/** Occurrences of a topic's terms, and their share of all found, below which there is no verdict. */
const OCCURRENCES_MIN = 3
const SHARE_MIN = 0.3

/** Topics for which the text's own words speak, best first; none: the words do not say, or the text is not English. */
export function classifyTopics(title: string, text: string, language: string | null): Classification['topics'] {
  if (language !== 'en') return []
  const found = new Map<string, Map<string, number>>()
  let total = 0
  for (const { raw } of wordsOf(`${title}\n${title}\n${text}`)) {
    const word = raw.toLowerCase()
    for (const qcode of TOPICS_OF.get(stem(word, 'en')) ?? []) {
      const terms = found.get(qcode) ?? new Map<string, number>()
      terms.set(word, (terms.get(word) ?? 0) + 1)
      found.set(qcode, terms)
      total++
    }
  }
  return [...found]
    .map(([qcode, terms]) => ({ qcode, terms, count: [...terms.values()].reduce((sum, count) => sum + count, 0) }))
    .filter(({ count, terms }) => count >= OCCURRENCES_MIN && terms.size >= 2 && count / total >= SHARE_MIN)
    .sort((a, b) => b.count - a.count || (a.qcode < b.qcode ? -1 : 1))
    .map(({ qcode, terms, count }) => ({
      qcode,
      probability: Math.round((count / (total + 2)) * 100) / 100,
      terms: [...terms]
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .map(([term]) => term)
        .slice(0, 8),
    }))
}

const TOPICS_OF: ReadonlyMap<string, readonly string[]> = indexTerms()

function indexTerms(): Map<string, string[]> {
  const topics = new Map<string, string[]>()
  for (const [qcode, terms] of Object.entries(TERMS)) {
    for (const term of terms.split(' ')) {
      const key = stem(term, 'en')
      topics.set(key, [...(topics.get(key) ?? []), qcode])
    }
  }
  return topics
}
