import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/**
 * Answers carry a tag of their bytes, and who has them already is told so (304): whoever asks every minute whether there is
 * news is sent none where there is none. Streams have no tag.
 */
export function addEntityTags(server: FastifyInstance): void {
  server.addHook('onSend', async ({ method, headers }, reply, payload) => {
    if ((method !== 'GET' && method !== 'HEAD') || reply.statusCode !== 200 || typeof payload !== 'string')
      return payload
    const etag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`
    reply.header('etag', etag)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache')
    if (!isHeld(headers['if-none-match'], etag)) return payload
    reply.code(304).removeHeader('content-length').removeHeader('content-type')
    return ''
  })
}

/** By the weak comparison of RFC 9110, 13.1.2: a proxy that compresses weakens the tag. */
function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  const held = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? []
  return held.includes(etag) || held.includes('*')
}
