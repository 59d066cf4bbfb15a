/**
 * The first `most` of the numbers 0 to `count` - 1 in an order, in no order among themselves: over a heap whose root is the
 * last of those kept, so that most numbers are looked at once.
 *
 * @param isBefore a strict order without ties.
 */
export function largest(count: number, most: number, isBefore: (a: number, b: number) => boolean): number[] {
  const heap: number[] = []
  for (let at = 0; at < count; at++) {
    if (heap.length < most) {
      heap.push(at)
      rise(heap, isBefore)
    } else if (isBefore(at, heap[0]!)) {
      heap[0] = at
      sink(heap, isBefore)
    }
  }
  return heap
}

type IsBefore = (a: number, b: number) => boolean

function rise(heap: number[], isBefore: IsBefore): void {
  for (let at = heap.length - 1; at > 0; ) {
    const parent = (at - 1) >> 1
    if (isBefore(heap[at]!, heap[parent]!)) return
    swap(heap, at, parent)
    at = parent
  }
}

function sink(heap: number[], isBefore: IsBefore): void {
  for (let at = 0; ; ) {
    let least = at
    const left = 2 * at + 1
    if (left < heap.length && isBefore(heap[least]!, heap[left]!)) least = left
    if (left + 1 < heap.length && isBefore(heap[least]!, heap[left + 1]!)) least = left + 1
    if (least === at) return
    swap(heap, at, least)
    at = least
  }
}

function swap(heap: number[], a: number, b: number): void {
  const moved = heap[a]!
  heap[a] = heap[b]!
  heap[b] = moved
}
