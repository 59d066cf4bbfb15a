import { expect, test } from 'vitest'
import { blockFeatures } from './block-features.ts'
import { mainText } from './main-text.ts'
import { pageFacts } from './page-facts.ts'
import { parsePage } from './page-tree.ts'
import { textBlocks } from './text-blocks.ts'

const line = (words: string) => `${words} `.repeat(8).trim()
const wall = `<p>${line('The council rebuilt the sea wall.')}</p>`
const footer = `<footer><p>${line('The Harbour Post is a daily paper.')}</p></footer>`

test.for([
  { name: 'in the foot of the page', body: `<main>${wall}</main>${footer}`, scores: [0.9, 0.7], kept: [true, false] },
  {
    name: "in the article's foot",
    body: `<article>${wall}${footer}</article>`,
    scores: [0.9, 0.7],
    kept: [true, true],
  },
  { name: 'in a page that is all foot', body: footer, scores: [0.9], kept: [true] },
])('a line $name', ({ body, scores, kept }) => {
  const tree = parsePage(`<html><body>${body}</body></html>`)
  const page = textBlocks(tree)
  const main = mainText(page, blockFeatures(page, pageFacts(tree, null)), null, () => Float32Array.from(scores))
  expect(main.kept).toEqual(kept)
})
