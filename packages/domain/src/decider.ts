import type { NewEvent } from './event.ts'

/**
 * The rules of one kind of stream. Both functions are pure: no clock, no randomness, no I/O; time arrives inside commands.
 *
 * `decide` gives no events for a command whose result is already true or that comes too late, so that running a job twice
 * is harmless, and throws IllegalCommandError for a command that makes no sense in the present state.
 */
export type Decider<State, Command, Event extends NewEvent> = {
  readonly initial: State
  decide(command: Command, state: State): readonly Event[]
  evolve(state: State, event: Event): State
}
