// Runs before `npm start`, `npm test` and friends, on whatever Node the machine has (18 or newer, so plain JavaScript):
// installs the pinned dependencies, Node 24 among them, when the lockfile has changed since the last install.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const nodeVersion = /^ {2}node: (\S+)$/m.exec(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'))[1]
const stamp = join(root, 'node_modules', '.dateline-installed')
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'pnpm-lock.yaml')))
  .update(readFileSync(join(root, 'pnpm-workspace.yaml')))
  .digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) install()

function install() {
  console.log(`Dateline: installing dependencies with ${packageManager} (once; about a minute on a new machine) …`)
  // pnpm itself needs a newer Node than old distributions bring: npm fetches both for this one command.
  const args = ['exec', '--yes', `--package=node@${nodeVersion}`, `--package=${packageManager}`, '--']
  const env = { ...process.env, npm_config_loglevel: 'error' }
  const result = spawnSync('npm', [...args, 'pnpm', 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: root,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (result.status === 0) return writeFileSync(stamp, wanted)
  console.error(result.stdout ?? '', result.stderr ?? '')
  console.error('Dateline: the installation failed, see above. Is the npm registry reachable, and is there disk space?')
  process.exit(1)
}
