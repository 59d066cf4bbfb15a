import { mutatePage } from './mutate-page.ts'
import { seededRandom } from './random.ts'
import type { SeedPages } from './seed-pages.ts'

/** One page in so many begins from a real one: those are ten times as long, and what breaks code is rarely their length. */
const REAL_EVERY = 10

/** Page `index` of the run with this seed: the same on every machine that has the same seed pages. */
export function pageOfRun(seeds: SeedPages, seed: number, index: number): { html: string; original: string } {
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) ^ index)
  const isReal = seeds.real.length > 0 && index % REAL_EVERY === 0
  const from = isReal ? seeds.real : seeds.own
  const original = from[Math.floor(index / (isReal ? REAL_EVERY : 1)) % from.length]!
  return { html: mutatePage(original, random.pick(from), random), original }
}
