import { TOPIC_NAME_LANGUAGES, topicName } from '@dateline/domain'
import { z } from 'zod'

export const topicLanguageQuery = z.object({
  topicLanguage: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'an ISO 639 code, such as de')
    .default('en')
    .describe(
      `Language of the topics' names: ${TOPIC_NAME_LANGUAGES.join(', ')}; where a topic has none in it, its name is English; without this, the best that Accept-Language names`,
    ),
})

/** What an answer has beside its topics. */
export const topicNames = {
  topicNames: z.array(z.string()).meta({ description: 'How people call its topics, in the same order' }),
}

export function withTopicNames<Item extends { readonly topics: readonly string[] }>(item: Item, language: string) {
  return { ...item, topicNames: item.topics.map((qcode) => topicName(qcode, language)) }
}

/** A page whose items are each changed. */
export function mapItems<Item, Changed>(
  { items, next }: { readonly items: readonly Item[]; readonly next: string | null },
  change: (item: Item) => Changed,
): { items: Changed[]; next: string | null } {
  return { items: items.map(change), next }
}
