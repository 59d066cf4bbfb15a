import { randomUUID } from 'node:crypto'
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { RawStore, StoredBytes } from './raw-store.ts'

const EXTENSIONS = { zstd: '.zst', identity: '.raw' } as const
const CODINGS = ['zstd', 'identity'] as const
/** What is being written; no name of a folder of bytes, which are two hexadecimal digits. */
const DRAFTS = 'drafts'
/** Nobody writes for so long: whoever did was killed. */
const DRAFT_AGE_MS_MAX = 24 * 3_600_000

/**
 * Bytes as files below a folder, `ab/cd/<sha256>.zst` or `.raw`: what `zstd -d` and sha256sum can read and check. Media types
 * are not kept.
 *
 * A file appears under its name only when all of it is on the disk. Until then it is in the folder `drafts`: what killed writers
 * have left there is taken away with the first write of a process, once it is a day old. Several processes may share the folder.
 *
 * @param directory is made when first written to.
 */
export function folderStore(directory: string): RawStore {
  const pathOf = (sha256: string, coding: StoredBytes['coding']) =>
    join(directory, sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}${EXTENSIONS[coding]}`)
  const isThere = (path: string) =>
    access(path).then(
      () => true,
      () => false,
    )
  const drafts = join(directory, DRAFTS)
  let isSwept = false
  return {
    async write(sha256, { coding, data }) {
      const path = pathOf(sha256, coding)
      const folder = dirname(path)
      const made = await mkdir(folder, { recursive: true })
      await mkdir(drafts, { recursive: true })
      if (!isSwept) {
        isSwept = true
        await sweep(drafts)
      }
      const draft = join(drafts, `${sha256}.${randomUUID()}`)
      try {
        const file = await open(draft, 'wx', 0o644)
        try {
          await file.writeFile(data)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(draft, path)
        // The name too must outlast a power failure: an event will say that the bytes are here.
        await syncFolder(folder)
        if (made !== undefined) for (const above of [dirname(folder), directory]) await syncFolder(above)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },

    async read(sha256) {
      for (const coding of CODINGS) {
        const data = await readFile(pathOf(sha256, coding)).catch(nullIfAbsent)
        if (data !== null) return { coding, data }
      }
      return null
    },

    async has(sha256) {
      return (await isThere(pathOf(sha256, 'zstd'))) || (await isThere(pathOf(sha256, 'identity')))
    },

    async remove(sha256) {
      for (const coding of CODINGS) await rm(pathOf(sha256, coding), { force: true })
      // What is erased by law must not lie on in what a killed writer has left.
      const left = (await readdir(drafts).catch(nullIfAbsent)) ?? []
      for (const name of left) if (name.startsWith(sha256)) await rm(join(drafts, name), { force: true })
    },
  }
}

async function sweep(drafts: string): Promise<void> {
  for (const name of await readdir(drafts)) {
    const path = join(drafts, name)
    // Another process may have ended its writing, or sweep as well.
    const draft = await stat(path).catch(nullIfAbsent)
    if (draft !== null && Date.now() - draft.mtimeMs > DRAFT_AGE_MS_MAX) await rm(path, { force: true })
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

function nullIfAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
