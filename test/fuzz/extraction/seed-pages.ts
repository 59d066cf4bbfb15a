import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const ROOT = join(import.meta.dirname, '../../..')
/** Of each set beside the checkout: enough for variety, few enough to be held in memory. */
const PAGES_PER_SET_MAX = 40
const PAGE_BYTES_MAX = 600_000

/** `own`: the golden pages, of articles and of walls and lists. `real`: pages kept beside the checkout, where there are any. */
export type SeedPages = { own: string[]; real: string[] }

/** Pages to begin from, in an order that is the same everywhere: runs repeat. */
export function seedPages(): SeedPages {
  const golden = globSync([
    join(ROOT, 'packages/extraction/golden/*/page.html'),
    join(ROOT, 'packages/extraction/golden-verdicts/*.html'),
  ]).toSorted()
  return { own: golden.map((file) => readFileSync(file, 'utf8')), real: realPages() }
}

function realPages(): string[] {
  const folder = join(ROOT, '../shared/data/pages/html')
  if (!existsSync(folder)) return []
  const files = globSync(join(folder, '**/*.html.gz')).toSorted()
  const step = Math.max(1, Math.floor(files.length / (PAGES_PER_SET_MAX * 5)))
  return files
    .filter((_, index) => index % step === 0)
    .map((file) => gunzipSync(readFileSync(file)))
    .filter(({ length }) => length <= PAGE_BYTES_MAX)
    .map((bytes) => bytes.toString('utf8'))
}
