import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** Namespace of every uuid v5 that Dateline derives: drawn once, and never to change, since stored ids come from it. */
export const UUID_NAMESPACE = '3d6b4d5e-5d0c-5b8e-9f43-6c1f0a7d2b11'

/** 128 bits: two of a billion articles share an id with a probability of about 10⁻²¹. */
const ID_HEX_CHARS = 32

export function sha256Hex(text: string | Uint8Array): string {
  return bytesToHex(sha256(typeof text === 'string' ? utf8ToBytes(text) : text))
}

/** Name-based uuid (RFC 9562, version 5): the same name gives the same id on every machine, for ever. */
export function uuidV5(name: string): string {
  const hash = sha1(new Uint8Array([...hexToBytes(UUID_NAMESPACE.replaceAll('-', '')), ...utf8ToBytes(name)])).slice(
    0,
    16,
  )
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = bytesToHex(hash)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Stream and id of the article at a normal URL (see url/normal-url.ts). */
export function articleIdOfUrl(normalUrl: string): string {
  return `article-${sha256Hex(normalUrl).slice(0, ID_HEX_CHARS)}`
}

/** Stream and id of an imported document that names no URL: the same bytes are the same article. */
export function articleIdOfDocument(rawSha256: string): string {
  return `article-${sha256Hex(`document:${rawSha256}`).slice(0, ID_HEX_CHARS)}`
}

/** A source is known by its URL: registering it twice gives the same id. */
export function sourceIdOf(normalUrl: string): string {
  return uuidV5(`source:${normalUrl}`)
}

export function sourceStream(sourceId: string): string {
  return `source-${sourceId}`
}

/** Stream of what a source lists: apart from its own, which is read whole with each decision. */
export function listingStream(sourceId: string): string {
  return `listing-${sourceId}`
}

/** Stream of a topic of the operators' own. */
export function topicStream(topicId: string): string {
  return `topic-${sha256Hex(topicId).slice(0, ID_HEX_CHARS)}`
}

/** Stream and id of a story, derived from the article that opened it and the event that made it open. */
export function storyIdOf(foundingArticleId: string, cause: string): string {
  return `story-${sha256Hex(`${foundingArticleId}:${cause}`).slice(0, ID_HEX_CHARS)}`
}
