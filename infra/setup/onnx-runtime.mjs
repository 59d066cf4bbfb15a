// Puts the WebAssembly build of ONNX Runtime beside the installed packages and prints its main file, for EMBEDDER_RUNTIME: 14 MB,
// no native code, no further packages. No part of the installation: continuous integration runs it, and whoever wants the embedder.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGE = 'onnxruntime-web@1.30.0'
/** As the registry lists it: another file is refused. */
const INTEGRITY = 'sha512-q0y+JrrtukXSzsBWEMccVfqX25LRmosXHF+CaRJmg8pZClzcV7svNc4rKY3jL02Vb7QmRMDs1SigqR4CXAfKYQ=='
const MAIN = 'ort.wasm.min.mjs'
const FILES = [MAIN, 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm']

const folder = fileURLToPath(new URL('../../node_modules/.dateline-onnx', import.meta.url))
if (!FILES.every((file) => existsSync(join(folder, file)))) fetchPackage()
console.log(join(folder, MAIN))

function fetchPackage() {
  const scratch = mkdtempSync(join(tmpdir(), 'dateline-onnx-'))
  try {
    run('npm', ['pack', '--silent', PACKAGE], scratch)
    const file = readdirSync(scratch)[0]
    const is = `sha512-${createHash('sha512')
      .update(readFileSync(join(scratch, file)))
      .digest('base64')}`
    if (is !== INTEGRITY) throw new Error(`${PACKAGE} is not the file it was: ${is}`)
    mkdirSync(folder, { recursive: true })
    const paths = FILES.map((name) => `package/dist/${name}`)
    run('tar', ['-xzf', file, '-C', folder, '--strip-components=2', ...paths], scratch)
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

function run(command, args, cwd) {
  const { status, error, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${command} failed for ${PACKAGE}: ${error?.message ?? stderr}`)
}
