import { Readable } from 'node:stream'
import type { Connection, PoolClient, Submittable } from 'pg'

/** Rows that came from the server together. */
export type CopiedChunk = {
  readonly bytes: Buffer
  /** Where each row begins: at its number of columns. */
  readonly starts: readonly number[]
}

/** https://www.postgresql.org/docs/18/protocol-message-formats.html: a letter and the length of what follows, with itself. */
const MESSAGE_HEADER_BYTES = 5
const COPY_OUT_RESPONSE = 0x48 // H
const COPY_DATA = 0x64 // d
const COPY_DONE = 0x63 // c
/** NoticeResponse, ParameterStatus and NotificationResponse may come at any time: N, S, A. */
const ASIDE: ReadonlySet<number | undefined> = new Set([0x4e, 0x53, 0x41])
/** Of the binary format: signature, flags, length of the extension. They stand in front of the first row. */
const SIGNATURE_BYTES = 19
const TRAILER = -1
/** Of the server's chunks, each up to 64 KiB; more of them wait in the socket. Those that wait here for long leave the young generation, see `sent` in copy-buffer.ts. */
const CHUNKS_AHEAD_MAX = 16

/**
 * Rows of a COPY … TO STDOUT (FORMAT binary), where they lie in what the socket gave: each is one message, as the protocol
 * promises. Nothing is copied but a row that is cut in two. pg-copy-streams, which puts the rows into buffers of its own one by
 * one, costs three times as much as everything else on the way from the server, and keeps the server waiting.
 *
 * A connection whose rows were not read to the end is of no use to anybody else.
 */
export function copyOut(client: PoolClient, sql: string): AsyncIterable<CopiedChunk> {
  let socket: NodeJS.ReadableStream | undefined
  const chunks = new Readable({
    objectMode: true,
    highWaterMark: CHUNKS_AHEAD_MAX,
    read: () => void socket?.resume(),
  })
  const query: Submittable & Record<string, unknown> = {
    submit(connection: Connection) {
      socket = connection.stream
      takeOver(socket, (chunk) => chunks.push(chunk) || socket?.pause())
      connection.query(sql)
    },
    handleError: (error: Error) => void chunks.destroy(error),
    handleCommandComplete: () => {},
    handleReadyForQuery: () => void chunks.push(null),
  }
  client.query(query)
  return chunks
}

/** Reads the socket in place of pg until the rows have come, and gives it everything else. */
function takeOver(socket: NodeJS.ReadableStream, onChunk: (chunk: CopiedChunk) => void): void {
  const [pg] = socket.listeners('data') as [(bytes: Buffer) => void]
  let parts: Buffer[] = []
  let length = 0
  let needed = MESSAGE_HEADER_BYTES
  let signatureBytes = SIGNATURE_BYTES

  function onData(part: Buffer): void {
    parts.push(part)
    length += part.length
    if (length < needed) return
    const bytes = parts.length === 1 ? part : Buffer.concat(parts, length)
    const starts: number[] = []
    let at = 0
    for (;;) {
      needed = MESSAGE_HEADER_BYTES
      if (at + needed > bytes.length) break
      const code = bytes[at]
      needed = 1 + bytes.readInt32BE(at + 1)
      const end = at + needed
      if (end > bytes.length) break
      if (code === COPY_DATA) {
        const start = at + MESSAGE_HEADER_BYTES + signatureBytes
        signatureBytes = 0
        if (bytes.readInt16BE(start) !== TRAILER) starts.push(start)
      } else if (ASIDE.has(code)) {
        pg(bytes.subarray(at, end))
      } else if (code !== COPY_OUT_RESPONSE) {
        if (starts.length > 0) onChunk({ bytes, starts })
        giveBack(bytes.subarray(code === COPY_DONE ? end : at))
        return
      }
      at = end
    }
    parts = at === bytes.length ? [] : [bytes.subarray(at)]
    length = bytes.length - at
    if (starts.length > 0) onChunk({ bytes, starts })
  }

  function giveBack(rest: Buffer): void {
    socket.off('data', onData).on('data', pg)
    socket.resume()
    pg(rest)
  }
  socket.off('data', pg).on('data', onData)
}
