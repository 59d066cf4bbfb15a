import { setTimeout as sleep } from 'node:timers/promises'

/** A restart of Postgres takes seconds, its recovery after a crash perhaps half a minute: together these make forty seconds. */
const ATTEMPTS_MAX = 40
const PAUSE_MS = 100
const PAUSE_MS_MAX = 1_000

/**
 * Does what must be safe to do twice again and again while the server cannot be reached: nobody knows whether an attempt that
 * was cut off had its effect.
 */
export async function retryWhileUnreachable<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt()
    } catch (error) {
      if (!isUnreachable(error) || attempts >= ATTEMPTS_MAX) throw error
      await sleep(Math.min(PAUSE_MS * 2 ** (attempts - 1), PAUSE_MS_MAX))
    }
  }
}

/** Whether the server went away, or is starting or recovering. */
function isUnreachable(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  if (code === undefined) return /connect/i.test(message ?? '')
  // Class 08: connection; 53300: no connection left; 57P01 to 57P03: shut down, crashed, starting. The others are Node's names
  // for a broken socket.
  return /^(08|53300$|57P0[123]$|ECONN|EPIPE$|ETIMEDOUT$)/.test(code)
}
