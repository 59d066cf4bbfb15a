import { EventEmitter } from 'node:events'
import type { Pool } from 'pg'

/** Told of the last position of each commit of this process's own appends, in the moment it is known. */
export type OnAppended = (lastPosition: number) => void

export type Announcements = {
  announce(lastPosition: number): void
  /** @returns what ends it. */
  subscribe(onAppended: OnAppended): () => void
}

const byServer = new Map<string, Announcements>()

/**
 * Where one part of a process hears from another that the log has grown, without the way through the server: writer and
 * projector may have connections of their own, but to the same database. Other processes are heard of by LISTEN.
 */
export function announcementsOf({ options }: Pick<Pool, 'options'>): Announcements {
  const { connectionString, host, port, database } = options
  const key = connectionString ?? `${host}:${port}/${database}`
  let announcements = byServer.get(key)
  if (announcements === undefined) {
    const emitter = new EventEmitter().setMaxListeners(0)
    announcements = {
      announce: (lastPosition) => void emitter.emit('appended', lastPosition),
      subscribe(onAppended) {
        emitter.on('appended', onAppended)
        return () => void emitter.off('appended', onAppended)
      },
    }
    byServer.set(key, announcements)
  }
  return announcements
}
