import type { Logger } from './logger.ts'
import type { Running } from './service.ts'

/** After a step that failed, wait this long; doubled for each further one in a row, up to the most. */
const FAILURE_PAUSE_FIRST_MS = 200
const FAILURE_PAUSE_MAX_MS = 15_000

/**
 * Runs `step` again and again until stopped. A step says whether there is more to do at once; if not, the loop rests
 * for `restMs`. A step that throws is logged and tried again after a growing pause: a database that restarts must not
 * end the process.
 */
export function runLoop(
  { name, restMs, logger }: { name: string; restMs: number; logger: Logger },
  step: (signal: AbortSignal) => Promise<{ more: boolean }>,
): Running {
  const stopping = new AbortController()
  const finished = loop()
  return {
    async stop() {
      stopping.abort()
      await finished
    },
  }

  async function loop(): Promise<void> {
    let failures = 0
    while (!stopping.signal.aborted) {
      try {
        const { more } = await step(stopping.signal)
        failures = 0
        if (!more) await rest(restMs, stopping.signal)
      } catch (err) {
        if (stopping.signal.aborted) return
        failures += 1
        const pauseMs = Math.min(FAILURE_PAUSE_FIRST_MS * 2 ** (failures - 1), FAILURE_PAUSE_MAX_MS)
        logger.warn({ err, loop: name, failures, pauseMs }, 'loop step failed, will be tried again')
        await rest(pauseMs, stopping.signal)
      }
    }
  }
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
  })
}
