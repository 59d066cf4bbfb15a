import type { NewEvent } from '@dateline/domain'

const WORDS =
  `harbour council ice vote minister said the of a to in that and for river bridge strike officials Tuesday night on with
were after before court ruling appeal region families shelter water prices rate bank percent growth “quoted” —`.split(
    /\s+/,
  )

/** Always the same numbers, so that two runs write the same. */
function randomOf(seed: number): () => number {
  let state = seed + 1
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Events like those of an article, each of about so many bytes of JSON. */
export function makeEvents(count: number, bytes: number): NewEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const random = randomOf(index)
    const data = {
      url: `https://harbour-courier.example/${index}`,
      source: `outlet-${index % 400}`,
      revision: index % 7,
      text: '',
    }
    const words: string[] = []
    for (let left = bytes - JSON.stringify(data).length; left > 0; left -= words.at(-1)!.length + 1) {
      words.push(WORDS[Math.floor(random() * WORDS.length)]!)
    }
    return { type: 'ArticleFetched', data: { ...data, text: words.join(' ') } }
  })
}
