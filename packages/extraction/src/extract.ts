import { type ExtractionVerdict, type HostKnowledge, hostKnowledgeSha256 } from '@dateline/domain'
import { decodeBytes } from './decode/decode-bytes.ts'
import { binaryKind, controlsIn } from './decode/find-binary.ts'
import { pageVerdict } from './html/read-page.ts'
import { extractText } from './text/extract-text.ts'

/** Which code read it; raised with every change that can change a result. */
export const EXTRACTOR = { html: 'html/8', text: 'text/5' } as const

export type ExtractInput = {
  /** As served or stored; or `html`, already decoded. Exactly one of the two. */
  bytes?: Uint8Array
  html?: string
  contentType?: string | null
  /** Where it was fetched: base of relative links. */
  url: string | null
  /** When it was captured, as ISO 8601: relative dates are read against it, and no date after it is believed. */
  capturedAt: string | null
  kind: 'html' | 'text'
  /** Of a page: lines that other pages of its host repeat. Given, the verdict names it. */
  hostKnowledge?: HostKnowledge | null
}

/** Larger documents are refused: no news page comes near. */
const BYTES_MAX = 20_000_000

/**
 * Reads a page or a text scrape.
 *
 * Pure and deterministic: the same bytes and knowledge of the host give the same result for as long as EXTRACTOR
 * is the same. Never throws on markup:
 * a page without an article is a result. Bounded: 20 MB of input, 8 million characters, 120,000 elements, 8,000 blocks.
 */
export function extract({
  bytes,
  html,
  contentType,
  url,
  capturedAt,
  kind,
  hostKnowledge = null,
}: ExtractInput): ExtractionVerdict {
  if ((bytes?.length ?? html?.length ?? 0) > BYTES_MAX)
    return { verdict: 'rejected', reason: 'over-limit', evidence: `more than ${BYTES_MAX} bytes` }
  const binary = bytes === undefined ? null : binaryKind(bytes)
  if (binary !== null) return { verdict: 'rejected', reason: 'unsupported-type', evidence: `the bytes are ${binary}` }
  const text = html ?? (bytes === undefined ? '' : decodeBytes({ body: bytes, contentType: contentType ?? null }).text)
  const controls = controlsIn(text)
  if (controls !== null) return { verdict: 'rejected', reason: 'undecodable', evidence: controls }
  if (kind === 'text') return extractText({ text, capturedAt, url })
  const verdict = pageVerdict({ html: text, url, capturedAt, hostKnowledge })
  return hostKnowledge === null ? verdict : { ...verdict, hostKnowledge: hostKnowledgeSha256(hostKnowledge) }
}
