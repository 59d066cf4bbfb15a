import { fileURLToPath } from 'node:url'
import type { Database } from '@dateline/database'
import { BadInputError } from '@dateline/domain'
import type { Archive } from './archive.ts'
import { openArchive, openArchiveIn } from './open-archive.ts'
import { folderStore } from './store/folder-store.ts'
import { s3Store } from './store/s3-store.ts'

const FORMS = 'file:///path, or s3+https://KEY:SECRET@host/bucket/prefix?region=name'

/**
 * The archive where an operator wants it.
 *
 * @param place null: Postgres. "file:///path": a folder. "s3+https://KEY:SECRET@host/bucket/prefix?region=name" (or s3+http): a
 *   bucket; key and secret percent-encoded, prefix and region may be left out.
 * @throws {BadInputError} without the place itself, which may hold a secret.
 */
export function openArchiveAt(database: Pick<Database, 'pool'>, place: string | null): Archive {
  if (place === null) return openArchive(database)
  const url = URL.parse(place)
  if (url?.protocol === 'file:' && url.host === '') return openArchiveIn(folderStore(fileURLToPath(url)))
  const [, bucket = '', ...prefix] = url?.pathname.split('/') ?? []
  const isS3 = url?.protocol === 's3+https:' || url?.protocol === 's3+http:'
  if (url === null || !isS3 || bucket === '' || url.username === '' || url.password === '') {
    throw new BadInputError(`The place of the archive is not of the form ${FORMS}.`)
  }
  const folder = prefix.filter((part) => part !== '').map((part) => `${part}/`)
  const store = s3Store({
    bucketUrl: `${url.protocol.slice('s3+'.length)}//${url.host}/${bucket}`,
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    prefix: folder.join(''),
    region: url.searchParams.get('region') ?? 'us-east-1',
  })
  return openArchiveIn(store)
}
