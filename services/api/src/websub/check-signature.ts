import { createHmac, timingSafeEqual } from 'node:crypto'

/** As the standard lists them. As the key of a HMAC, SHA-1 is not broken, and the largest public hub knows no other. */
const METHODS = ['sha1', 'sha256', 'sha384', 'sha512']

/**
 * Whether a push was signed with our secret. Takes as long for a wrong signature as for a right one.
 *
 * @param header value of X-Hub-Signature: "sha256=<hex>".
 * @see https://www.w3.org/TR/websub/#signing-content
 */
export function checkSignature(header: string | undefined, secret: string, body: Buffer): boolean {
  const [, method = '', hex = ''] = /^\s*(sha\d{1,3})=([0-9a-f]{40,128})\s*$/i.exec(header ?? '') ?? []
  if (!METHODS.includes(method.toLowerCase())) return false
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest()
  const given = Buffer.from(hex, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
