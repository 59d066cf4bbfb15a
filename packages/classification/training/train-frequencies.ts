/**
 * Counts in how many English texts each stem occurs, over openly licensed news sets, and writes the background model of
 * story grouping. The same sets give the same bytes.
 *
 *   node packages/classification/training/train-frequencies.ts DIR OUT.json
 *
 * DIR holds huff, fnc, ecb and uci as .jsonl.gz with `title` and `text` a line.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { stem } from '../src/text/stem.ts'
import { wordsOf } from '../src/text/words.ts'

/** Rarer stems are not worth their bytes: the log's own counts stand in for them soon. */
const DOCUMENTS_MIN = 4

const [dir, out] = process.argv.slice(2)
if (dir === undefined || out === undefined) {
  console.error('usage: train-frequencies.ts DIR OUT.json, where DIR holds huff, fnc, ecb and uci as .jsonl.gz')
  process.exit(2)
}

const counts = new Map<string, number>()
let documents = 0
for (const set of ['huff', 'fnc', 'ecb', 'uci']) {
  const lines = gunzipSync(readFileSync(join(dir, `${set}.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
  for (const line of lines) {
    if (line === '') continue
    const { title, text } = JSON.parse(line) as { title: string; text: string }
    const stems = new Set(wordsOf(`${title}\n${text}`).map(({ raw }) => stem(raw.toLowerCase(), 'en')))
    for (const found of stems) counts.set(found, (counts.get(found) ?? 0) + 1)
    documents++
  }
}

const byCount = new Map<number, string[]>()
for (const [found, count] of counts) {
  if (count < DOCUMENTS_MIN || /^\d/.test(found)) continue
  byCount.set(count, [...(byCount.get(count) ?? []), found])
}
const stems = [...byCount].sort((a, b) => b[0] - a[0]).map(([count, found]) => [count, found.sort().join(' ')])
const body = JSON.stringify(stems)
const id = `frequencies-en/${createHash('sha256').update(body).digest('hex').slice(0, 12)}`
writeFileSync(out, `{\n"id": "${id}",\n"documents": ${documents},\n"stems": ${body.replaceAll('],[', '],\n[')}\n}\n`)
console.log(`${id}: ${documents} documents, ${[...byCount.values()].flat().length} stems`)
