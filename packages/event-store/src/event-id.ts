import { hash } from 'node:crypto'
import { UUID_NAMESPACE } from '@dateline/domain'

const NAMESPACE_BYTES = 16
const UTF8_BYTES_PER_UNIT_MAX = 3
/** The namespace, and room for a name behind it. */
let draft = Buffer.from(UUID_NAMESPACE.replaceAll('-', ''), 'hex')

/**
 * Id of the `index`th event that a cause records in a stream: the domain's uuidV5 of "cause/stream/index", by Node's own sha1,
 * which is several times faster than one in JavaScript.
 */
export function eventIdOf(cause: string, stream: string, index: number): string {
  const name = `${cause}/${stream}/${index}`
  const bytesMax = NAMESPACE_BYTES + name.length * UTF8_BYTES_PER_UNIT_MAX
  if (draft.length < bytesMax) draft = Buffer.concat([draft.subarray(0, NAMESPACE_BYTES)], bytesMax)
  const length = NAMESPACE_BYTES + draft.write(name, NAMESPACE_BYTES)
  const hex = hash('sha1', draft.subarray(0, length))
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
