import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { BadInputError } from '@dateline/domain'
import { forgetSkips, recordSkips } from '@dateline/work-state'
import type { Dependencies } from './dependencies.ts'
import { DOCUMENT_BYTES_MAX, type Imported, importDocument } from './import-document.ts'

const MEDIA_TYPES: Readonly<Record<string, { kind: 'text' | 'html'; mediaType: string }>> = {
  '.txt': { kind: 'text', mediaType: 'text/plain' },
  '.text': { kind: 'text', mediaType: 'text/plain' },
  '.html': { kind: 'html', mediaType: 'text/html' },
  '.htm': { kind: 'html', mediaType: 'text/html' },
}

const FILES_MAX = 1_000_000

export type FileOutcome =
  | ({ file: string; outcome: 'imported' | 'known' } & Imported)
  | { file: string; outcome: 'skipped'; reason: string; detail: string }

/**
 * Every file to import below the given paths, in name order.
 *
 * @throws {BadInputError} naming a path that is not there.
 */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    if (found === null) throw new BadInputError(`There is no file or folder "${path}".`)
    if (found.isDirectory()) {
      const entries = await readdir(path, { withFileTypes: true, recursive: true })
      files.push(...entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)))
    } else files.push(path)
    if (files.length > FILES_MAX) throw new BadInputError(`More than ${FILES_MAX} files: import folder by folder.`)
  }
  return files.sort()
}

/** Under which the skips of all imports of files are kept; their records are the files' paths. */
const IMPORT_NAME = 'files'

/**
 * Imports text scrapes (.txt) and saved pages (.html) one by one; whatever cannot be imported is kept as a skip with its
 * reason, and the rest goes on.
 *
 * @param capturedAt when they were captured (UTC); 'file': each at its time of last change; null: nobody knows.
 */
export async function* importFiles(
  dependencies: Dependencies,
  files: readonly string[],
  capturedAt: string | 'file' | null,
): AsyncGenerator<FileOutcome> {
  for (const file of files) {
    const outcome = await importFile(dependencies, file, capturedAt).catch((error) => unreadable(file, error))
    if (outcome.outcome === 'skipped') {
      const { reason, detail } = outcome
      await recordSkips(dependencies.database.db, [{ importName: IMPORT_NAME, record: file, reason, detail }])
    } else await forgetSkips(dependencies.database.db, IMPORT_NAME, [file])
    yield outcome
  }
}

async function importFile(
  dependencies: Dependencies,
  file: string,
  capturedAt: string | 'file' | null,
): Promise<FileOutcome> {
  const type = MEDIA_TYPES[extname(file).toLowerCase()]
  if (type === undefined) {
    const known = Object.keys(MEDIA_TYPES).join(', ')
    return { file, outcome: 'skipped', reason: 'unsupported-type', detail: `not one of ${known}` }
  }
  const { mtime, size } = await stat(file)
  if (size === 0) return { file, outcome: 'skipped', reason: 'empty', detail: 'the file has no bytes' }
  if (size > DOCUMENT_BYTES_MAX) {
    return { file, outcome: 'skipped', reason: 'over-limit', detail: `${size} bytes; at most ${DOCUMENT_BYTES_MAX}` }
  }
  const imported = await importDocument(dependencies, {
    ...type,
    bytes: await readFile(file),
    fileName: basename(file),
    capturedAt: capturedAt === 'file' ? mtime.toISOString() : capturedAt,
    url: null,
  })
  return { file, outcome: imported.created ? 'imported' : 'known', ...imported }
}

/** What is wrong with one file stops no other: it cannot be read, or it names an address that is none. */
function unreadable(file: string, error: unknown): FileOutcome {
  const { syscall } = error as NodeJS.ErrnoException
  if (!(error instanceof BadInputError) && syscall === undefined) throw error
  return { file, outcome: 'skipped', reason: 'unreadable', detail: (error as Error).message }
}
