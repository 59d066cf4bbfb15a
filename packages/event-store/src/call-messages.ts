/** One huge message is not kept for the sake of the next. */
const KEPT_BYTES_MAX = 4_000_000
const TYPE_BYTES = 1
const BINARY = 1

/** @param values in Postgres's binary form. @returns the messages, good until the next call. */
export type CallMessages = (statement: string, values: readonly Buffer[]) => Buffer

/** Execute the unnamed portal for all its rows, and Sync. */
const EXECUTE_AND_SYNC = Buffer.from('E\0\0\0\x09\0\0\0\0\0S\0\0\0\x04', 'latin1')

/**
 * Makes the messages of the wire protocol that run a prepared statement: Bind to the unnamed portal with answers in text, Execute,
 * and Sync. All lies in memory that is used again and again: the driver takes new memory for each, and what is taken and dropped
 * outside the heap, some 50 MB a second, has the collector go through all of it several times a second.
 *
 * @see https://www.postgresql.org/docs/18/protocol-message-formats.html#PROTOCOL-MESSAGE-FORMATS-BIND
 */
export function createCallMessages(): CallMessages {
  let kept = Buffer.alloc(0)
  return (statement, values) => {
    const headBytes = TYPE_BYTES + 4 + 1 + Buffer.byteLength(statement) + 1 + 2 + 2 + 2
    const bindBytes = values.reduce((sum, value) => sum + 4 + value.length, headBytes + 2)
    const bytes = bindBytes + EXECUTE_AND_SYNC.length
    if (bytes > kept.length || kept.length > KEPT_BYTES_MAX) kept = Buffer.allocUnsafeSlow(2 * bytes)
    const messages = kept.subarray(0, bytes)
    let at = messages.write('B', 0)
    at = messages.writeInt32BE(bindBytes - TYPE_BYTES, at)
    at += messages.write(`\0${statement}\0`, at)
    at = messages.writeInt16BE(1, at) // one format, for all
    at = messages.writeInt16BE(BINARY, at)
    at = messages.writeInt16BE(values.length, at)
    for (const value of values) {
      at = messages.writeInt32BE(value.length, at)
      messages.set(value, at)
      at += value.length
    }
    at = messages.writeInt16BE(0, at)
    messages.set(EXECUTE_AND_SYNC, at)
    return messages
  }
}
