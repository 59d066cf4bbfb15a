import { createSigner, type Signer } from '@dateline/event-store'
import type { Config } from './config.ts'

/** Who signs tree heads of the log; null: no key is set. A key in an environment variable may have \n for line ends. */
export function logSigner({
  LOG_ORIGIN,
  LOG_SIGNING_KEY,
}: Pick<Config, 'LOG_ORIGIN' | 'LOG_SIGNING_KEY'>): Signer | null {
  if (LOG_SIGNING_KEY === undefined) return null
  return createSigner(LOG_ORIGIN, LOG_SIGNING_KEY.replaceAll('\\n', '\n'))
}
