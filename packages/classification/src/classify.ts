import type { Classification } from '@dateline/domain'
import { findEntities } from './entities/find-entities.ts'
import { fingerprintOf } from './fingerprint/fingerprint.ts'
import { detectLanguage } from './language/detect-language.ts'
import { keyTerms } from './stories/key-terms.ts'
import { classifyTopics } from './topics/classify-topics.ts'
import { SHIPPED_TOPICS, type TopicModel } from './topics/topic-model.ts'

/** Which code classified. Any change of an answer is a new version. */
export const CLASSIFIER = 'classification/11'

/** One article's text, without furniture, and what its page says beside it. */
export type ClassificationInput = {
  readonly title: string
  /** Paragraphs divided by one blank line. */
  readonly text: string
  readonly standfirst?: string | null
  readonly url?: string | null
  readonly publishedAt?: string | null
  readonly keywords?: readonly string[]
  readonly section?: string | null
}

/**
 * Says what a text is about. Deterministic: the same input gives the same bytes as long as CLASSIFIER and the model are the same.
 *
 * @param model of topics: the one that ships, or an operator's own.
 */
export function classify(input: ClassificationInput, model: TopicModel = SHIPPED_TOPICS): Classification {
  const { title, text, standfirst = null } = input
  const language = detectLanguage(`${title}\n${standfirst ?? ''}\n${text}`)
  const code = language?.code ?? null
  return {
    language,
    topics: classifyTopics(title, text, code, model),
    taxonomy: model.taxonomy,
    model: model.id,
    terms: keyTerms({ title, standfirst, text, language: code }),
    entities: findEntities(text, code),
    fingerprint: fingerprintOf(text),
  }
}
