import type { UsageSignal } from '@dateline/domain'

/** What is kept of a page: all of it; its text and not its bytes; that there was one, and no more. From mild to strict. */
export const USAGE_ACTIONS = ['store', 'no-bytes', 'no-text'] as const
export type UsageAction = (typeof USAGE_ACTIONS)[number]

export type UsageDecision = { readonly action: UsageAction; readonly because: UsageSignal | null }

/**
 * The strictest of what the operator's policy says to the signals of a page. Pure.
 *
 * @param policy `signal=action` each; a signal that it does not name is only recorded.
 */
export function usageActionOf(policy: readonly string[], signals: readonly UsageSignal[]): UsageDecision {
  const actions = new Map(policy.map((pair) => pair.split('=') as [string, UsageAction]))
  let decision: UsageDecision = { action: 'store', because: null }
  for (const signal of signals) {
    const action = actions.get(signal.use) ?? 'store'
    if (USAGE_ACTIONS.indexOf(action) > USAGE_ACTIONS.indexOf(decision.action)) decision = { action, because: signal }
  }
  return decision
}
