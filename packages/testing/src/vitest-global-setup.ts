import { startTestServer } from './test-server.ts'

/** Called by vitest once, before any test file; what it returns is called after the last. */
export function setup(): () => Promise<void> {
  return startTestServer()
}
