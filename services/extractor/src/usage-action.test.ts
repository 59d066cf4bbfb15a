import { expect, test } from 'vitest'
import { usageActionOf } from './usage-action.ts'

const signal = (use: 'noarchive' | 'nosnippet' | 'tdm') => ({ use, evidence: `says ${use}` })

test.for([
  { policy: [], signals: ['noarchive'], action: 'store' },
  { policy: ['noarchive=no-bytes'], signals: [], action: 'store' },
  { policy: ['noarchive=no-bytes'], signals: ['tdm'], action: 'store' },
  { policy: ['noarchive=no-bytes'], signals: ['noarchive'], action: 'no-bytes' },
  { policy: ['noarchive=no-bytes', 'tdm=no-text'], signals: ['tdm', 'noarchive'], action: 'no-text' },
  { policy: ['tdm=no-text', 'noarchive=store'], signals: ['noarchive', 'tdm'], action: 'no-text' },
] as const)('$policy on $signals: $action', ({ policy, signals, action }) => {
  expect(usageActionOf(policy, signals.map(signal)).action).toBe(action)
})
