/** What pages would do to a parser if they could: run in threads by open-threads.test.ts. */
export function spin(): never {
  for (;;);
}

export function hoard(): number {
  const hoarded: string[][] = []
  for (;;) hoarded.push(Array.from({ length: 10_000 }, (_, index) => `${hoarded.length} ${index}`))
}

export function fail(): never {
  throw new RangeError('a bug of ours')
}

// biome-ignore lint/style/noDefaultExport: the thread pool's interface
export default ({ value }: { value: number }): number => value + 1
