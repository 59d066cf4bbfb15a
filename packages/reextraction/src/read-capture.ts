import { workerData } from 'node:worker_threads'
import type { Capture, ExtractionVerdict, HostKnowledge } from '@dateline/domain'
import * as builtIn from '@dateline/extraction'

export type CaptureTask = Pick<Capture, 'kind' | 'contentType' | 'url' | 'capturedAt'> & {
  bytes: Uint8Array
  /** What the standing reading was made with. */
  hostKnowledge: HostKnowledge | null
}
export type CaptureReading = { verdict: ExtractionVerdict; contentSha256: string | null }

/** What a module must export to be tried in place of the extractor that runs. */
export type Candidate = Pick<typeof builtIn, 'EXTRACTOR' | 'extract'>

const { agenciesExtra = [], module = null } = (workerData ?? {}) as {
  agenciesExtra?: readonly string[]
  module?: string | null
}
const candidate = module === null ? builtIn : ((await import(module)) as Candidate)
builtIn.knowAgencies(
  agenciesExtra.map((pair) => {
    const [id, name] = pair.split('=') as [string, string]
    return { id, name, names: [] }
  }),
)

/** Runs in a worker thread: pure computing, no I/O. The default export is what the thread pool calls. */
// biome-ignore lint/style/noDefaultExport: the thread pool's interface
export default function readCapture(task: CaptureTask): CaptureReading {
  const verdict = candidate.extract(task)
  return { verdict, contentSha256: verdict.verdict === 'article' ? builtIn.contentSha256(verdict.extraction) : null }
}
