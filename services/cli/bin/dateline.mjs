#!/usr/bin/env node
// `npx dateline …` in the checkout, on whatever Node the machine has: installs what is missing, then runs the command on Node 24.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const installed = spawnSync(process.execPath, [at('infra/setup/install.mjs')], { stdio: ['ignore', 2, 2] })
if (installed.status !== 0) process.exit(installed.status ?? 1)
const args = [at('services/cli/src/main.ts'), ...process.argv.slice(2)]
const { status } = spawnSync(at('node_modules/.bin/node'), args, { stdio: 'inherit' })
process.exit(status ?? 1)
