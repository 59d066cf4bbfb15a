/**
 * Trains the model that says whether two groups of articles tell one story, from openly licensed sets with known stories.
 * The same sets give the same bytes.
 *
 *   node packages/classification/training/train-story-links.ts DIR OUT.json
 *
 * DIR holds fnc-dense, ecb and uci as .jsonl.gz with `id`, `title`, `text`, `date` and `story` a line; the clocks of
 * fnc-dense and ecb are simulated.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { learnLinks, readSets } from './learn-links.ts'

const [dir, out] = process.argv.slice(2)
if (dir === undefined || out === undefined) {
  console.error('usage: train-story-links.ts DIR OUT.json, where DIR holds fnc-dense, ecb and uci as .jsonl.gz')
  process.exit(2)
}

const body = JSON.stringify(learnLinks(Object.values(readSets(dir)), console.log))
const id = `story-links/${createHash('sha256').update(body).digest('hex').slice(0, 12)}`
writeFileSync(out, `{\n"id": "${id}",\n"weights": ${body}\n}\n`)
console.log(id)
