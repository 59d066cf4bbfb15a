/** Reads ahead in a stream of chunks, holding only what is asked for. */
export type ByteReader = {
  /** Bytes taken so far. */
  readonly offset: number
  /** At least `bytes` of what comes next, or all there is; nothing is taken. */
  peek(bytes: number): Promise<Buffer>
  /** Takes what was peeked at. */
  skip(bytes: number): void
  /** Takes bytes without keeping them. @returns how many there were. */
  discard(bytes: number): Promise<number>
  /** Takes exactly `bytes`, or all there is. */
  take(bytes: number): Promise<Buffer>
}

export function byteReader(chunks: AsyncIterator<Uint8Array>): ByteReader {
  let held: Buffer[] = []
  let heldBytes = 0
  let offset = 0
  let isEnded = false

  const pull = async (): Promise<boolean> => {
    if (isEnded) return false
    const { value, done } = await chunks.next()
    isEnded = done === true
    if (isEnded || value === undefined) return !isEnded
    held.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength))
    heldBytes += value.byteLength
    return true
  }
  const join = (): Buffer => {
    if (held.length > 1) held = [Buffer.concat(held)]
    return held[0] ?? Buffer.alloc(0)
  }
  const skip = (bytes: number): void => {
    const rest = join().subarray(bytes)
    const skipped = heldBytes - rest.length
    held = rest.length === 0 ? [] : [rest]
    heldBytes = rest.length
    offset += skipped
  }
  const peek = async (bytes: number): Promise<Buffer> => {
    while (heldBytes < bytes && (await pull()));
    return join()
  }
  return {
    get offset() {
      return offset
    },
    peek,
    skip,
    async take(bytes) {
      const taken = (await peek(bytes)).subarray(0, bytes)
      skip(bytes)
      return taken
    },
    async discard(bytes) {
      let left = bytes
      while (left > 0) {
        if (heldBytes === 0 && !(await pull())) break
        const step = Math.min(left, heldBytes)
        skip(step)
        left -= step
      }
      return bytes - left
    },
  }
}
