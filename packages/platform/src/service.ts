import type { Platform } from './open-platform.ts'

export type Running = {
  /** Finishes what is in hand and takes nothing new. */
  stop(): Promise<void>
}

/** One kind of process: alone in a container, or beside all others in `standalone`. */
export type Service = {
  readonly name: string
  start(platform: Platform): Promise<Running>
}
