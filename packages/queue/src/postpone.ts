/**
 * Thrown by a processor whose work cannot be done yet, through nobody's fault (a host's next free slot is later): the job
 * waits until then and no attempt is used.
 */
export class PostponeJob extends Error {
  readonly untilMs: number

  constructor(untilMs: number) {
    super(`postponed until ${new Date(untilMs).toISOString()}`)
    this.name = 'PostponeJob'
    this.untilMs = untilMs
  }
}
