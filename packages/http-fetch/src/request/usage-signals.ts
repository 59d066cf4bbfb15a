import type { HeaderList } from './headers.ts'
import { USAGE_REFUSALS, type UsageRefusal, usagePolicyOf } from './usage-policy.ts'

/** What a publisher asks for, and the words that do. */
export type UsageSignal = { readonly use: UsageRefusal; readonly evidence: string }

const EVIDENCE_CHARS_MAX = 200
const METAS_MAX = 50

/** Signals of an answer's headers, each once. @param productToken our name: what is meant for other crawlers is not for us. */
export function usageSignalsOfHeaders(headers: HeaderList, productToken: string): UsageSignal[] {
  const isUsage = (name: string) => /^(x-robots-tag|tdm-reservation)$/i.test(name)
  const policy = headers.find(([name]) => /^tdm-policy$/i.test(name))?.[1]
  return once(
    headers
      .filter(([name]) => isUsage(name))
      .flatMap((header) => {
        const [name, value] = header
        const licence = policy !== undefined && /^tdm/i.test(name) ? ` (tdm-policy: ${policy})` : ''
        return signalsOf([header], productToken, `${name}: ${value}${licence}`)
      }),
  )
}

/** The same of `<meta name=… content=…>`: "robots", our own name, "tdm-reservation". */
export function usageSignalsOfMetas(
  metas: readonly { readonly name: string; readonly content: string }[],
  productToken: string,
): UsageSignal[] {
  return once(
    metas.slice(0, METAS_MAX).flatMap(({ name, content }) => {
      const evidence = `<meta name="${name}" content="${content}">`
      const given = name.trim().toLowerCase()
      if (given === 'tdm-reservation') return signalsOf([[given, content]], productToken, evidence)
      const isForUs = given === 'robots' || given === productToken.toLowerCase()
      // A meta tag names its crawler in its name: a colon within belongs to a value, or to nothing we know.
      return isForUs ? signalsOf([['x-robots-tag', content]], productToken, evidence) : []
    }),
  )
}

function signalsOf(headers: HeaderList, productToken: string, evidence: string): UsageSignal[] {
  const { noArchive, noSnippet, noIndex, tdmReserved } = usagePolicyOf(headers, productToken)
  const asked: Record<UsageRefusal, boolean> = {
    noarchive: noArchive,
    nosnippet: noSnippet,
    noindex: noIndex,
    tdm: tdmReserved === true,
  }
  const clipped = evidence.slice(0, EVIDENCE_CHARS_MAX).toWellFormed()
  return USAGE_REFUSALS.filter((use) => asked[use]).map((use) => ({ use, evidence: clipped }))
}

function once(signals: readonly UsageSignal[]): UsageSignal[] {
  return [...new Map(signals.toReversed().map((signal) => [signal.use, signal])).values()].reverse()
}
