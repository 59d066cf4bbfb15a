import { z } from 'zod'

/** IPTC Media Topic, e.g. "medtop:11000000", with the terms of the text that decided it. */
export const topicVerdict = z.object({
  qcode: z.string(),
  /** 0 to 1, calibrated. */
  probability: z.number().min(0).max(1),
  terms: z.array(z.string()),
})

export const entity = z.object({
  kind: z.enum(['person', 'organisation', 'place', 'number', 'date', 'quotation', 'other']),
  /** As first printed on the page. */
  name: z.string(),
  /** Joins spelling variants: "volodymyr zelensky". */
  key: z.string(),
  count: z.int().positive(),
  /** Of a quotation, where the text says so. */
  speaker: z.string().nullable().optional(),
})

/** What one text is about, as one classifier saw it. Same text and same classifier: byte-equal verdict on any machine. */
export const classification = z.object({
  /** ISO 639-1 (or 639-3 where there is none); null: unknown. */
  language: z.object({ code: z.string(), probability: z.number().min(0).max(1) }).nullable(),
  /** Best first; empty: the classifier abstains. */
  topics: z.array(topicVerdict),
  /** Release of the taxonomy, and sha256 of the model file. */
  taxonomy: z.string(),
  model: z.string(),
  terms: z.array(z.object({ term: z.string(), weight: z.number() })),
  entities: z.array(entity),
  /** sha256 of the text, letters and digits only, lower case: equal texts are exact copies. */
  fingerprint: z.string(),
})
export type Classification = z.infer<typeof classification>
