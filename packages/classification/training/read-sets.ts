import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { textFeatures } from '../src/topics/text-features.ts'
import type { TopicExample } from '../src/topics/train-topics.ts'

/** An example, and the story it belongs to where people labelled stories: folds are made of whole stories. */
export type LabelledText = TopicExample & { readonly story: string | null; readonly level2: readonly string[] }

type Row = { readonly title: string; readonly text: string; readonly story?: string; readonly iptc?: string | null }
type StoryLabel = { story: string; primary: string; secondary: string[]; level2: string[] }

/** What the sets are, where they come from and why they may be used. */
export const SETS = ['huff', 'fnc', 'ecb', 'uci'] as const

/** Headlines with a desk's name count less than stories that people labelled by the taxonomy's rules. */
const WEIGHTS = { desk: 0.3, politicsDesk: 0.045, ownText: 5, story: 3 }

/** Topics of the desks of the HuffPost set. */
const DESKS: Readonly<Record<string, string>> = {
  arts: '01',
  crime: '02',
  economy: '04',
  education: '05',
  environment: '06',
  health: '07',
  'human-interest': '08',
  lifestyle: '10',
  politics: '11',
  religion: '12',
  scitech: '13',
  society: '14',
  sport: '15',
}

const qcodeOf = (digits: string) => `medtop:${digits}000000`

/** The files that must be there and are not. */
export function missingFiles(dir: string): string[] {
  const files = [...SETS.map((set) => `${set}.jsonl.gz`), 'iptc-stories.jsonl', 'iptc-mediatopics-2019.jsonl.gz']
  return files.filter((file) => !existsSync(join(dir, file)))
}

export function readTexts(dir: string): LabelledText[] {
  return [...readOwnTexts(), ...readDesks(dir), ...readStories(dir)]
}

/** One text a line, written for this model; the file's name is the topic. */
export function readOwnTexts(): LabelledText[] {
  const dir = join(import.meta.dirname, 'own-text')
  const files = readdirSync(dir).filter((name) => /^\d\d\.txt$/.test(name))
  return files.sort().flatMap((name) =>
    readFileSync(join(dir, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => toExample('', line, qcodeOf(name.slice(0, 2)), WEIGHTS.ownText)),
  )
}

function readDesks(dir: string): LabelledText[] {
  return readRows(join(dir, 'huff.jsonl.gz')).flatMap(({ title, text, iptc }) => {
    if (typeof iptc !== 'string') return []
    const weight = iptc === 'politics' ? WEIGHTS.politicsDesk : WEIGHTS.desk
    return [toExample(title, text, qcodeOf(DESKS[iptc]!), weight)]
  })
}

function readStories(dir: string): LabelledText[] {
  const lines = readFileSync(join(dir, 'iptc-stories.jsonl'), 'utf8').trim().split('\n')
  const labels = new Map(lines.map((line) => JSON.parse(line) as StoryLabel).map((label) => [label.story, label]))
  const rows = ['fnc', 'ecb', 'uci'].flatMap((set) => readRows(join(dir, `${set}.jsonl.gz`)))
  const sizes = new Map<string, number>()
  for (const { story } of rows) sizes.set(story!, (sizes.get(story!) ?? 0) + 1)
  return rows.flatMap(({ title, text, story }) => {
    const label = labels.get(story!)
    if (label === undefined) return []
    const { primary, secondary, level2 } = label
    // A story of a hundred articles is not a hundred times as important as one of one.
    const example = toExample(title, text, primary, WEIGHTS.story / Math.sqrt(sizes.get(story!)!))
    return [{ ...example, also: secondary, story: story!, level2 }]
  })
}

function toExample(title: string, text: string, topic: string, weight: number): LabelledText {
  return { features: textFeatures(title, text, 'en'), topic, weight, also: [], story: null, level2: [] }
}

export function readRows(file: string): Row[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Row)
}
