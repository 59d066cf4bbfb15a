import { z } from 'zod'
import { configSchema } from './config.ts'

/** Settings that only docker-compose.yml reads. */
const COMPOSE_ONLY = [
  ['POSTGRES_PASSWORD', 'Password of the Postgres that docker compose starts. Required there', ''],
  ['API_PUBLISH', 'Address and port of this machine under which docker compose publishes the API', '127.0.0.1:4000'],
] as const

/** `.env.example` in full, from the settings' schema: name, what it is, default. */
export function renderEnvExample(): string {
  const lines = [
    '# Every setting of Dateline with its default. Generated from packages/platform/src/config.ts; unset means default.',
  ]
  for (const [name, description, value] of COMPOSE_ONLY) lines.push('', `# ${description}.`, `${name}=${value}`)
  for (const [name, field] of Object.entries(configSchema.shape)) {
    const {
      description,
      default: fallback,
      minimum,
      maximum,
    } = z.toJSONSchema(field, { io: 'input', unrepresentable: 'any' })
    const range = minimum !== undefined && maximum !== undefined ? ` (${minimum} to ${maximum})` : ''
    const value = fallback === undefined || Array.isArray(fallback) ? '' : String(fallback)
    lines.push('', `# ${description}${range}.`, `#${name}=${value}`)
  }
  return `${lines.join('\n')}\n`
}
