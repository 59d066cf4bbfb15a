/** Turns texts into vectors whose cosine says how alike they are in meaning. It may propose, and decides nothing. */
export type Embedder = {
  /** Names the model: part of every proposal. */
  readonly id: string
  /** One vector a text, all of the same length. */
  readonly embed: (texts: readonly string[]) => Promise<Float32Array[]>
}

/** Cosine of the angle between two vectors: 1 is the same direction; 0 where one is empty. Pure. */
export function cosineOf(a: Float32Array, b: Float32Array): number {
  let dot = 0
  let ofA = 0
  let ofB = 0
  for (let at = 0; at < a.length; at++) {
    dot += a[at]! * b[at]!
    ofA += a[at]! ** 2
    ofB += b[at]! ** 2
  }
  return ofA === 0 || ofB === 0 ? 0 : dot / Math.sqrt(ofA * ofB)
}
