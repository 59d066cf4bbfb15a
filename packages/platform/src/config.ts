import { DatelineError } from '@dateline/domain'
import { z } from 'zod'

const int = (min: number, max: number) => z.coerce.number().int().min(min).max(max)
const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

/** "name=value,name=value" → its pairs. */
const pairs = z
  .string()
  .regex(/^([^=,\s]+=[^=,]+(,[^=,\s]+=[^=,]+)*)?$/, 'must look like name=value,name=value')
  .transform((text) => text.split(',').filter((pair) => pair !== ''))

/** "value,value" → its values. */
const list = z.string().transform((text) => text.split(',').filter((value) => value !== ''))

/** Every setting there is, unit last in its name. `.env.example` and the reference page are generated from this. */
export const configSchema = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('Postgres with the log, the archive and the views. `npm start` brings its own and sets this'),
  DATABASE_CONNECTIONS_MAX: int(6, 200)
    .default(10)
    .describe('Connections of a process for reading and its work; four of their own append, listen and write views'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .describe('Queues on Redis. Unset: queues on Postgres'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('Least severe line logged'),
  QUEUE_LOCK_MS: int(1_000, 600_000)
    .default(30_000)
    .describe('After so long without a sign of life a worker loses its jobs to another'),
  QUEUE_JOBS_MAX: int(10, 1_000_000)
    .default(2_000)
    .describe('Jobs of one kind in their queue at a time; the others wait in Postgres, which holds any number'),
  API_HOST: z.string().min(1).default('127.0.0.1').describe('Address the API and the web page listen on'),
  API_PORT: int(0, 65_535).default(4000).describe('Port of the API and the web page; 0: any free one'),
  API_HOSTS: z
    .string()
    .default('localhost,api')
    .transform((text) =>
      text
        .toLowerCase()
        .split(',')
        .map((name) => name.trim()),
    )
    .describe(
      'Names under which the API is reached, divided by commas; addresses are always allowed. Any other Host is refused',
    ),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => new URL(url).search === '' && new URL(url).hash === '', 'no ? and no #')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe(
      'Where the internet reaches the API, such as https://news.example.org: WebSub hubs push there. Unset: no WebSub',
    ),
  HEALTH_PORT: int(0, 65_535).optional().describe('Port of /health/live and /health/ready of a worker. Unset: none'),
  FETCH_USER_AGENT: z
    .string()
    .min(1)
    .default('Dateline/0.1')
    .describe('First word: the product token that robots.txt rules are looked up by'),
  FETCH_CONTACT: z.string().default('').describe('URL or mail address that site owners can write to; sent with it'),
  FETCH_TIMEOUT_MS: int(100, 120_000).default(20_000).describe('Whole time for one fetch, redirects included'),
  FETCH_BODY_BYTES_MAX: int(1_000, 100_000_000).default(10_000_000).describe('Longest body, after decompression'),
  FETCH_REDIRECTS_MAX: int(0, 20).default(5).describe('Redirects followed for one fetch'),
  FETCH_GAP_MS: int(0, 600_000).default(1_000).describe('Least time between two requests to one host, all replicas'),
  FETCH_CONCURRENCY: int(1, 500).default(16).describe('Pages a fetcher process has in flight'),
  FETCH_HOST_IN_FLIGHT_MAX: int(1, 16).default(1).describe('Requests one host may have running at a time'),
  FETCH_PROXY_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('All fetches go through it. Unset: directly'),
  FETCH_OVERRIDE_GAP_MS: int(0, 600_000)
    .optional()
    .describe('The same for hosts of FETCH_HOST_OVERRIDES. Unset: FETCH_GAP_MS'),
  FETCH_HOST_OVERRIDES: pairs
    .default([])
    .describe('host=address:port,… reached there instead, private or not. For samples and tests only'),
  FETCH_PRIVATE_HOSTS: list
    .default([])
    .describe('host:port,… as in their URLs that may be fetched though their addresses are private'),
  FETCH_PORTS: z
    .string()
    .regex(/^\d{1,5}(,\d{1,5})*$/, 'must look like 80,443')
    .default('80,443,8080,8443')
    .describe('Ports of public hosts that may be fetched from'),
  FETCH_USAGE_HONOURED: z
    .string()
    .regex(/^((noarchive|nosnippet|noindex|tdm)(,|$))*$/, 'must be of noarchive,nosnippet,noindex,tdm')
    .default('')
    .describe('Of noarchive,nosnippet,noindex,tdm: articles whose headers ask for it are not kept'),
  USAGE_POLICY: z
    .string()
    .regex(
      /^((noarchive|nosnippet|noindex|tdm)=(store|no-bytes|no-text)(,|$))*$/,
      'must look like noarchive=no-bytes,tdm=no-text: of noarchive, nosnippet, noindex, tdm; store, no-bytes or no-text',
    )
    .transform((text) => text.split(',').filter((pair) => pair !== ''))
    .default([])
    .describe(
      'signal=action,… for what pages say in headers and meta tags: of noarchive, nosnippet, noindex, tdm; store, no-bytes (text only) or no-text (only that it was refused). Unset: all is stored, and what they say recorded',
    ),
  ARCHIVE_URL: z
    .url({ protocol: /^(file|s3\+https?)$/ })
    .optional()
    .describe('file:///path or s3+https://KEY:SECRET@host/bucket/prefix for raw pages. Unset: in Postgres'),
  ARCHIVE_LISTINGS: flag.default(true).describe('Keep feeds, sitemaps and section pages as they came, too'),
  RETENTION_PAGE_DAYS: int(1, 36_500)
    .optional()
    .describe('Fetched pages older than this leave the archive, the newest of each article excepted. Unset: all stay'),
  RETENTION_LISTING_DAYS: int(0, 36_500)
    .default(30)
    .describe('The same of feeds, sitemaps and section pages; 0: all stay'),
  RENDER: flag
    .default(false)
    .describe('Hand pages that are empty without scripts to a renderer, for sources that say so (`dateline render`)'),
  RENDER_CHROMIUM: z.string().min(1).default('/usr/bin/chromium').describe('The browser of the renderer'),
  RENDER_SANDBOX: flag.default(true).describe("Chromium's own sandbox; off by itself where the renderer runs as root"),
  RENDER_TIMEOUT_MS: int(1_000, 600_000).default(60_000).describe('Whole time for one rendered page, turns included'),
  RENDER_REQUESTS_MAX: int(1, 1_000).default(60).describe('Requests a rendered page may make'),
  EXTRACT_THREADS: int(1, 64).default(1).describe('Worker threads that parse pages'),
  EXTRACT_TIMEOUT_MS: int(100, 120_000).default(10_000).describe('Longest time to parse one page; then it is given up'),
  CLASSIFY_CONCURRENCY: int(1, 64).default(2).describe('Articles a classifier process has in hand'),
  TOPIC_MODEL: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Model file of topics, as `npm run train` writes, in place of the one that ships. A promoted one goes before it',
    ),
  EMBEDDER_MODEL: z
    .string()
    .optional()
    .describe('ONNX file of a sentence model, vocab.txt beside it, for `dateline story propose`. Unset: off'),
  EMBEDDER_RUNTIME: z
    .string()
    .min(1)
    .default('onnxruntime-node')
    .describe('Package, or main file of it, that runs EMBEDDER_MODEL; it is not installed with the project'),
  POLL_INTERVAL_MIN_MS: int(1_000, 86_400_000).default(120_000).describe('A source is never polled more often'),
  POLL_INTERVAL_MAX_MS: int(1_000, 604_800_000).default(21_600_000).describe('A source is never polled more rarely'),
  POLL_CONCURRENCY: int(1, 500).default(32).describe('Sources a fetcher process polls at a time'),
  REVISIT: flag.default(true).describe('Visit articles again, so that corrections are seen'),
  AGENCIES_EXTRA: pairs.default([]).describe('ID=Full name,… of news agencies to know beside the built-in ones'),
  LOG_ORIGIN: z
    .string()
    .regex(/^[^\s+]{1,100}$/, 'no spaces, no plus signs')
    .default('dateline.local/log')
    .describe('Name under which tree heads of the log are signed'),
  LOG_SIGNING_KEY: z
    .string()
    .optional()
    .describe('Ed25519 key (PKCS 8, PEM) that signs tree heads. `npm start` makes one. Unset: heads are not signed'),
  SHUTDOWN_GRACE_MS: int(0, 300_000).default(8_000).describe('Time for running jobs to end after SIGTERM'),
})

export type Config = z.infer<typeof configSchema>

/** Wrong settings: all of them at once, by name, and no value, since some are secret. */
export class ConfigError extends DatelineError {
  readonly code = 'CONFIG'
  readonly retryable = false
}

/** @throws {ConfigError} */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Readonly<Config> {
  // An empty variable is an unset one: compose files pass "" for what the operator left out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const result = configSchema.safeParse(given)
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
    throw new ConfigError(`Cannot start, see .env.example:\n${problems.join('\n')}`)
  }
  if (result.data.POLL_INTERVAL_MIN_MS > result.data.POLL_INTERVAL_MAX_MS) {
    throw new ConfigError(
      'Cannot start, see .env.example:\n  POLL_INTERVAL_MIN_MS: must not exceed POLL_INTERVAL_MAX_MS',
    )
  }
  return Object.freeze(result.data)
}

/**
 * The settings of this process: its environment over `defaults`.
 *
 * @param fixed settings that the environment may not change.
 * @throws {ConfigError}
 */
export function readEnvironment(defaults: Record<string, string> = {}, fixed: Record<string, string> = {}): Config {
  return readConfig({ ...defaults, ...process.env, ...fixed })
}
