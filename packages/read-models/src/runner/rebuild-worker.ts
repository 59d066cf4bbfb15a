import { workerData } from 'node:worker_threads'
import { openDatabase } from '@dateline/database'
import { rebuild } from './rebuild.ts'

// For tests that end it in the middle.
const { url, name } = workerData as { url: string; name: string }
await rebuild(openDatabase(url), name, { shards: 2, pageSize: 1 })
