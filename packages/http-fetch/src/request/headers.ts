/** Header fields in the order they came, names as sent: what a WARC record needs. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

/** Value of the first field of this name, or null. */
export function headerOf(headers: HeaderList, name: string): string | null {
  const found = headers.find(([field]) => field.toLowerCase() === name)
  return found === undefined ? null : found[1]
}

/** All values of this name. */
export function headersOf(headers: HeaderList, name: string): string[] {
  return headers.filter(([field]) => field.toLowerCase() === name).map(([, value]) => value)
}

export function headerBytes(headers: HeaderList): number {
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0)
}

/** @param flat name, value, name, value… */
export function pairsOf(flat: readonly string[]): HeaderList {
  return Array.from({ length: flat.length >> 1 }, (_, at) => [flat[2 * at]!, flat[2 * at + 1]!] as const)
}
