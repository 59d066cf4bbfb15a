import type { ProgressReport } from '@dateline/read-models'

type View = ProgressReport['views'][number]

/** For a table: why and where a view has stopped. */
export function stopOf({ error, errorPosition }: View): string {
  return error === null ? '' : `stopped at event ${errorPosition}: ${error}`
}

/** What to do about views that have stopped. */
export function adviseOnStopped(views: readonly View[]): void {
  for (const { name, error } of views) {
    if (error === null) continue
    console.log(
      `\n${name} has stopped, all others go on. When what is wrong has been put right: dateline views retry ${name}`,
    )
    console.log(`Or leave the event out: dateline views skip ${name}`)
  }
}
