/** One huge message is not kept for the sake of the next. */
const KEPT_BYTES_MAX = 4_000_000
const TYPE_BYTES = 1
const BINARY = 1

/** @param values in Postgres's binary form. @returns the message, good until the next call. */
export type BindMessage = (statement: string, values: readonly Buffer[]) => Buffer

/**
 * Makes Bind messages of the wire protocol, the unnamed portal and answers in text, in memory that is used again and again. The
 * driver takes new memory for each, and what is taken and dropped outside the heap, some 50 MB a second, has the collector go
 * through all of it several times a second.
 *
 * @see https://www.postgresql.org/docs/18/protocol-message-formats.html#PROTOCOL-MESSAGE-FORMATS-BIND
 */
export function createBindMessage(): BindMessage {
  let kept = Buffer.alloc(0)
  return (statement, values) => {
    const headBytes = TYPE_BYTES + 4 + 1 + Buffer.byteLength(statement) + 1 + 2 + 2 + 2
    const bytes = values.reduce((sum, value) => sum + 4 + value.length, headBytes + 2)
    if (bytes > kept.length || kept.length > KEPT_BYTES_MAX) kept = Buffer.allocUnsafeSlow(2 * bytes)
    const message = kept.subarray(0, bytes)
    let at = message.write('B', 0)
    at = message.writeInt32BE(bytes - TYPE_BYTES, at)
    at += message.write(`\0${statement}\0`, at)
    at = message.writeInt16BE(1, at) // one format, for all
    at = message.writeInt16BE(BINARY, at)
    at = message.writeInt16BE(values.length, at)
    for (const value of values) {
      at = message.writeInt32BE(value.length, at)
      message.set(value, at)
      at += value.length
    }
    message.writeInt16BE(0, at)
    return message
  }
}
