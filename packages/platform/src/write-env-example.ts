import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderEnvExample } from './render-env-example.ts'

// `npm run env-example` writes .env.example from the settings' own schema; a test fails where the two differ.
writeFileSync(join(import.meta.dirname, '../../../.env.example'), renderEnvExample())
