import type { Socket } from 'node:net'
import pg, { type Pool, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg'
import { createBindMessage } from './bind-message.ts'

/** A connection of its own, for one query at a time, with values in binary form. */
export type Pipeline = {
  /**
   * @param make called when the query is to be sent, with the type that this database has given `log.new_event`: what it returns
   * has been copied when this turn of the event loop ends.
   */
  query<Row extends QueryResultRow>(make: (newEventOid: number) => QueryConfig): Promise<QueryResult<Row>>
  /** Waits for what was sent. */
  close(): Promise<void>
}

/** What the types of pg leave out. */
type Client = pg.Client & { readonly connection: { readonly stream: Socket } }

type Opened = { readonly client: Client; readonly newEventOid: number }

/**
 * Its functions are planned once, for a log of any size, and find what they look for by its key, whatever the size was then.
 * Set by the functions themselves, that would cost as much at each call as an event.
 */
const SETTINGS = 'set plan_cache_mode = force_generic_plan; set enable_seqscan = off'
const NEW_EVENT_OID = "select 'log.new_event'::regtype::oid as oid"

/** Opened when first needed, and again after it was lost: whoever was waiting is told of the loss. */
export function createPipeline(pool: Pool): Pipeline {
  let opened: Promise<Opened> | null = null
  let pending = 0

  function open(): Promise<Opened> {
    if (opened !== null) return opened
    const client = new pg.Client({ ...pool.options, pipeline: true }) as Client
    const bindMessage = createBindMessage()
    // Sent whole before it is answered, so the memory is free for the next query.
    client.connection.bind = (config) => {
      client.connection.stream.write(bindMessage(config!.statement!, config!.values as Buffer[]))
    }
    const opening = client.connect().then(async () => {
      await client.query(SETTINGS)
      const { rows } = await client.query<{ oid: number }>(NEW_EVENT_OID)
      return { client, newEventOid: rows[0]!.oid }
    })
    const forget = () => {
      if (opened === opening) opened = null
    }
    client.on('error', forget).on('end', forget)
    opening.catch(forget)
    opened = opening
    return opening
  }

  return {
    async query(make) {
      const { client, newEventOid } = await open()
      // Like the pool's, an idle connection does not keep the process alive.
      if (pending++ === 0) client.connection.stream.ref()
      try {
        return await client.query(make(newEventOid))
      } finally {
        if (--pending === 0) client.connection.stream.unref()
      }
    },
    async close() {
      const { client } = (await opened?.catch(() => null)) ?? {}
      // Or a process that has nothing else to do would end in the middle of this.
      client?.connection.stream.ref()
      await client?.end()
    },
  }
}
