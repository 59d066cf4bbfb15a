import { z } from 'zod'
import { event, instant } from '../event.ts'

export const sourceKind = z.enum(['feed', 'sitemap', 'site'])

/** When a source is polled. `adaptive` follows what the source itself publishes, within the platform's bounds. */
export const schedule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('adaptive') }),
  z.object({ kind: z.literal('interval'), seconds: z.int().min(60) }),
  z.object({ kind: z.literal('cron'), expression: z.string() }),
])
export type Schedule = z.infer<typeof schedule>

/** Facts about one source of URLs, in its own stream `source-<uuid>`. */
export const sourceEvent = z.discriminatedUnion('type', [
  event('SourceRegistered', {
    sourceId: z.uuid(),
    kind: sourceKind,
    url: z.url(),
    name: z.string().nullable(),
    schedule,
    registeredAt: instant,
  }),
  event('SourceChanged', { name: z.string().nullable(), schedule, changedAt: instant }),
  event('SourcePaused', { reason: z.string(), pausedAt: instant }),
  event('SourceResumed', { resumedAt: instant }),
  event('SourceFailing', { reason: z.string(), detail: z.string(), failingAt: instant }),
  event('SourceRecovered', { recoveredAt: instant }),
])
export type SourceEvent = z.infer<typeof sourceEvent>
export type SourceEventOf<Type extends SourceEvent['type']> = Extract<SourceEvent, { type: Type }>
