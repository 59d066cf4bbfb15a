import { readHttpMessage } from './http-message.ts'

export type RawRecord = {
  /** By name in lower case. */
  readonly fields: ReadonlyMap<string, string>
  readonly block: Buffer
  /** Where in the file it begins; of the gzip member, where there are members. */
  readonly offset: number
}

export type WarcDocument = {
  readonly kind: 'document'
  readonly url: string
  /** UTC, ISO 8601; null: the record has no date that can be read. */
  readonly capturedAt: string | null
  /** Null: the record holds the bytes without an HTTP answer around them. */
  readonly httpStatus: number | null
  readonly contentType: string | null
  /** Transfer and content encoding taken off; charset untouched. */
  readonly body: Buffer
  readonly offset: number
}

export type WarcRecord =
  | WarcDocument
  | {
      readonly kind: 'skipped'
      readonly url: string | null
      /** Stable code, e.g. "type-request", "gzip-broken", "length-wrong". */
      readonly reason: string
      readonly detail: string
      readonly offset: number
    }

/** What a record holds for us: a page from the types response, resource and conversion, else why not. */
export async function documentOf(record: RawRecord, bodyBytesMax: number): Promise<WarcRecord> {
  const { fields, block, offset } = record
  const type = (fields.get('warc-type') ?? 'none').toLowerCase().slice(0, 40)
  const target = fields.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null
  const skip = (reason: string, detail = ''): WarcRecord => ({ kind: 'skipped', url: target, reason, detail, offset })
  if (type !== 'response' && type !== 'resource' && type !== 'conversion') return skip(`type-${type}`)
  const url = target === null ? null : URL.parse(target)
  if (url === null || !/^https?:$/.test(url.protocol)) return skip('no-url', target?.slice(0, 200))
  if (fields.has('warc-truncated')) return skip('truncated', fields.get('warc-truncated'))
  const blockType = fields.get('content-type') ?? null
  const document = { kind: 'document' as const, url: target!, capturedAt: instantOf(fields.get('warc-date')), offset }
  if (type !== 'response' || !/^application\/http/i.test(blockType ?? 'application/http')) {
    return { ...document, httpStatus: null, contentType: blockType, body: block }
  }
  const message = await readHttpMessage(block, bodyBytesMax)
  if (message === null) return skip('no-http', 'no HTTP response in its block, or one beyond the limit')
  const contentType = message.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null
  return { ...document, httpStatus: message.status, contentType, body: message.body }
}

/** 14-digit dates of older tools are read too. */
function instantOf(text: string | undefined): string | null {
  const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text ?? '')
  const time = Date.parse(
    digits === null ? (text ?? '') : `${digits.slice(1, 4).join('-')}T${digits.slice(4).join(':')}Z`,
  )
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
