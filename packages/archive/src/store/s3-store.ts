import { AwsClient } from 'aws4fetch'
import { ArchiveUnreachableError } from '../archive-unreachable-error.ts'
import type { RawStore } from './raw-store.ts'

export type S3Options = {
  /** Of the service and the bucket, path style, e.g. "https://s3.example.com/my-bucket". */
  readonly bucketUrl: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Default "us-east-1", which most compatible servers take. */
  readonly region?: string
  /** Before each key, e.g. "raw/". */
  readonly prefix?: string
}

/** One request, its body included. */
const TIMEOUT_MS = 60_000
/** Of answers that ask for it (429, 5xx), with growing pauses. */
const RETRIES = 4

/** Not Content-Encoding: HTTP clients would take the coding off, and servers in between too. */
const CODING_HEADER = 'x-amz-meta-coding'
const BYTES_HEADER = 'x-amz-meta-bytes'

/** Bytes as objects in a bucket of S3 or a compatible server; objects appear whole, by the protocol's promise. */
export function s3Store({ bucketUrl, prefix = '', region = 'us-east-1', ...keys }: S3Options): RawStore {
  const client = new AwsClient({ ...keys, region, service: 's3', retries: RETRIES })
  const base = bucketUrl.replace(/\/+$/, '')
  const request = async (method: string, sha256: string, init: RequestInit = {}): Promise<Response> => {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const answer = client.fetch(`${base}/${prefix}${sha256}`, { method, signal, ...init })
    const response = await answer.catch((cause: unknown) => {
      throw new ArchiveUnreachableError(base, String(cause), { cause })
    })
    if (response.ok || response.status === 404) return response
    const detail = (await response.text()).slice(0, 500)
    throw new ArchiveUnreachableError(base, `${method} was answered with ${response.status}: ${detail}`)
  }
  return {
    async write(sha256, { coding, data, bytes, mediaType }) {
      const headers = { 'content-type': mediaType, [CODING_HEADER]: coding, [BYTES_HEADER]: String(bytes) }
      const response = await request('PUT', sha256, { headers, body: new Uint8Array(data) })
      if (response.status === 404) throw new ArchiveUnreachableError(base, 'there is no such bucket')
    },

    async read(sha256) {
      const response = await request('GET', sha256)
      const data = Buffer.from(await response.arrayBuffer())
      if (response.status === 404) return null
      return { coding: response.headers.get(CODING_HEADER) === 'zstd' ? 'zstd' : 'identity', data }
    },

    async has(sha256) {
      return (await request('HEAD', sha256)).ok
    },

    async remove(sha256) {
      await request('DELETE', sha256)
    },
  }
}
