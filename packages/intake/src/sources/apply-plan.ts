import { BadInputError, source, sourceStream } from '@dateline/domain'
import { handle } from '@dateline/event-store'
import type { Dependencies } from '../dependencies.ts'
import { registerSource } from '../register-source.ts'
import type { SourceStep, SourcesPlan } from './plan-sources.ts'

/** Appends in flight together: they travel in one commit. */
const AT_A_TIME = 32

/** Does what a plan says. Breaking off and doing it again is harmless. */
export async function applyPlan(dependencies: Dependencies, plan: SourcesPlan): Promise<void> {
  for (let start = 0; start < plan.steps.length; start += AT_A_TIME) {
    await Promise.all(plan.steps.slice(start, start + AT_A_TIME).map((step) => applyStep(dependencies, plan.set, step)))
  }
}

async function applyStep(dependencies: Dependencies, set: string, step: SourceStep): Promise<void> {
  if (step.step === 'remove') {
    const { sourceId, url, paused, settings } = step.source
    if (paused === null) await pauseSource(dependencies, sourceId, `no longer in the sources file of the set "${set}"`)
    const { name, schedule } = settings
    await registerSource(dependencies, { url, name, schedule, managedBy: null })
    return
  }
  const { sourceId, url, kind, name, schedule, folders, limits } = step.wanted
  if (step.step === 'add' || step.isChanged) {
    await registerSource(dependencies, { url, kind, name, schedule, folders, limits, managedBy: set })
  }
  const pause = step.step === 'add' ? step.wanted.paused : step.pause
  if (pause !== null) await pauseSource(dependencies, sourceId, pause)
  if (step.step === 'change' && step.resume) await resumeSource(dependencies, sourceId)
}

/** As a sources file allows. */
const REASON_CHARS_MAX = 200

/**
 * @returns false if it is paused for this reason already.
 * @throws {IllegalCommandError} if there is no such source.
 * @throws {BadInputError} for a reason that is empty or too long.
 */
export async function pauseSource({ log, now }: Dependencies, sourceId: string, reason: string): Promise<boolean> {
  if (reason === '' || reason.length > REASON_CHARS_MAX) {
    throw new BadInputError(`Give a reason of 1 to ${REASON_CHARS_MAX} characters; this one has ${reason.length}.`)
  }
  const pausedAt = now().toISOString()
  const command = { type: 'PauseSource', data: { reason, pausedAt } } as const
  const cause = `operator/pause/${sourceId}/${pausedAt}`
  return (await handle(log, source, sourceStream(sourceId), command, { cause })).length > 0
}

/** @returns false if it is not paused. @throws {IllegalCommandError} if there is no such source. */
export async function resumeSource({ log, now }: Dependencies, sourceId: string): Promise<boolean> {
  const resumedAt = now().toISOString()
  const command = { type: 'ResumeSource', data: { resumedAt } } as const
  const cause = `operator/resume/${sourceId}/${resumedAt}`
  return (await handle(log, source, sourceStream(sourceId), command, { cause })).length > 0
}
