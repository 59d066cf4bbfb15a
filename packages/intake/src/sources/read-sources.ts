import { type Source, type SourceEvent, source } from '@dateline/domain'
import { readStreams } from '@dateline/event-store'
import type { Dependencies } from '../dependencies.ts'

export type RegisteredSource = Source & { readonly sourceId: string; readonly url: string }

const PREFIX = 'source-'

/** Every source as the log has it at this moment, whatever the views have read: in the order of their ids. */
export async function readSources({ log }: Pick<Dependencies, 'log'>): Promise<RegisteredSource[]> {
  const sources: RegisteredSource[] = []
  for await (const { stream, events } of readStreams<SourceEvent>(log.database, PREFIX, { shapes: log.shapes })) {
    const state = events.filter(({ withdrawn }) => !withdrawn).reduce(source.evolve, source.initial)
    if (state.url !== null) sources.push({ ...state, url: state.url, sourceId: stream.slice(PREFIX.length) })
  }
  return sources
}
