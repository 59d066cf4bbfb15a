import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { pageOfRun } from './page-of-run.ts'
import { runSlice } from './run-slice.ts'
import { seedPages } from './seed-pages.ts'

const HELP = `npm run fuzz -- extraction [--pages 1000] [--seed 1] [--from 0] [--only PAGE [--out page.html]]

Mutates pages and extracts them. Each must give a verdict: no throw, no hang, no unsafe HTML, values of the
promised shapes, the same answer twice. Exit code 1 if one does not; --only makes such a page again.
A long run in slices, one a core: --from 0 --pages 25000, --from 25000 --pages 25000, … Problems are printed as they are
found, so a run may be ended at any time.`

const PROBLEMS_SHOWN_MAX = 50

/** @returns the exit code. */
export async function fuzz(options: string[]): Promise<number> {
  const { values } = parseArgs({
    args: options,
    options: {
      pages: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      only: { type: 'string' },
      out: { type: 'string', default: 'page.html' },
      help: { type: 'boolean' },
    },
  })
  const [pages, seed, from] = [Number(values.pages), Number(values.seed), Number(values.from)]
  if (values.help || ![pages, seed, from].every((number) => Number.isSafeInteger(number) && number >= 0)) {
    console.log(HELP)
    return values.help ? 0 : 1
  }
  if (values.only !== undefined) {
    writeFileSync(values.out, pageOfRun(seedPages(), seed, Number(values.only)).html)
    console.log(`page ${values.only} of the run with seed ${seed} written to ${values.out}`)
    return 0
  }
  const { own, real } = seedPages()
  const startedAt = performance.now()
  const every = Math.max(1, Math.floor(pages / 20))
  let shown = 0
  const problems = await runSlice(
    { seed, from, to: from + pages },
    (page) => {
      const done = page - from
      if (done > 0 && done % every === 0) console.error(`${done}/${pages} pages, ${perSecond(done)} a second`)
    },
    undefined,
    // At once, since a long run may be ended early.
    ({ page, problem }) => {
      shown += 1
      if (shown <= PROBLEMS_SHOWN_MAX) console.log(`page ${page}: ${problem}`)
    },
  )
  console.log(
    `${pages} pages from ${own.length} own and ${real.length} real ones, seed ${seed}: ${problems.length} problems`,
  )
  return problems.length === 0 ? 0 : 1

  function perSecond(done: number): string {
    return (done / ((performance.now() - startedAt) / 1_000)).toFixed(1)
  }
}
