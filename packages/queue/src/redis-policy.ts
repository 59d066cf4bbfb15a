import type { Redis } from 'ioredis'
import { QueueServerError } from './errors.ts'

/** BullMQ's scripts need streams and `LPOS`: 6.2. */
const REDIS_VERSION_MIN = [6, 2] as const

/**
 * Refuses a Redis that would drop jobs under memory pressure. BullMQ only warns. Where `CONFIG` is forbidden (managed
 * Redis), `INFO memory` says the policy as well.
 *
 * @throws {QueueServerError}
 */
export async function assertRedisPolicy(redis: Redis): Promise<void> {
  const info = `${await redis.info('server')}\n${await redis.info('memory')}`
  const value = (key: string) => new RegExp(`^${key}:(\\S+)`, 'm').exec(info)?.[1]
  const policy = value('maxmemory_policy')
  if (policy !== 'noeviction') {
    throw new QueueServerError(
      `Redis has maxmemory-policy "${policy}" and may evict jobs: set it to noeviction (redis.conf, or CONFIG SET).`,
    )
  }
  const version = value('redis_version') ?? '0.0'
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [majorMin, minorMin] = REDIS_VERSION_MIN
  if (major < majorMin || (major === majorMin && minor < minorMin)) {
    throw new QueueServerError(`Redis ${version} is too old: BullMQ needs ${REDIS_VERSION_MIN.join('.')} or newer.`)
  }
}
