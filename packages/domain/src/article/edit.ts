import { z } from 'zod'

/**
 * What a change does. `fact`: another day, direction or outcome ("injured", "killed"); `moved`: a paragraph that stands elsewhere in
 * the text; `negation` puts in or takes out a "not"; `softening` adds words of doubt or attribution, `hardening` takes them away; `typo` mends spelling,
 * case or marks and changes no statement.
 */
export const changeKind = z.enum([
  'headline',
  'standfirst',
  'byline',
  'correction-notice',
  'number',
  'fact',
  'name',
  'quote',
  'negation',
  'softening',
  'hardening',
  'typo',
  'rewording',
  'addition',
  'removal',
  'moved',
])
export type ChangeKind = z.infer<typeof changeKind>

/** One change between two revisions: the words that differ, null where there were none. */
export const revisionChange = z.object({
  kind: changeKind,
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** From 0, of the later text, or of the earlier one for what was removed; null: not in the body. */
  paragraph: z.int().nonnegative().nullable(),
  /** Of a headline: what was done to its words. */
  within: z.array(changeKind).optional(),
})
export type RevisionChange = z.infer<typeof revisionChange>

/** Changes an event keeps, and characters of each side: the whole texts stand in the extractions. */
export const EDIT_CHANGES_MAX = 50
export const EDIT_CHARS_MAX = 300
