import type { ProgressReport } from '@dateline/read-models'
import { say } from './say.ts'

type View = ProgressReport['views'][number]

/** For a table: why and where a view has stopped, or its rebuild. */
export function stopOf({ error, errorPosition, rebuild }: View): string {
  if (error !== null) return `stopped at event ${errorPosition}: ${error}`
  const { error: rebuildError = null, errorPosition: at } = rebuild ?? {}
  return rebuildError === null ? '' : `its rebuild has stopped at event ${at}: ${rebuildError}`
}

/** What to do about views that have stopped. */
export function adviseOnStopped(views: readonly View[]): void {
  for (const { name, error, errorPosition, rebuild } of views) {
    if (error !== null) {
      say(
        `\n${name} has stopped, all others go on. When what is wrong has been put right: dateline views retry ${name}`,
      )
      say(
        `Or leave the event out: dateline views skip ${name}   (what it says: /v1/events?after=${errorPosition! - 1}&limit=1)`,
      )
    } else if (rebuild !== null && rebuild.error !== null) {
      say(
        `\nThe rebuild of ${name} has stopped, the old rows serve. When what is wrong has been put right: dateline views rebuild ${name}`,
      )
      say(`Or leave the event out before that: dateline views skip ${name} --event ${rebuild.errorPosition}`)
    }
  }
}
