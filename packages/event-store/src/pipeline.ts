import type { Socket } from 'node:net'
import pg, { type Connection, type Pool } from 'pg'
import { createCallMessages } from './call-messages.ts'

/** A connection of its own, for one call at a time of one statement. */
export type Pipeline = {
  /**
   * @param encode called when the call is to be sent: the parameters, in Postgres's binary form, which have been copied when this
   * turn of the event loop ends.
   * @returns the first column of the answer, as text.
   */
  call(encode: (session: Session) => Buffer[]): Promise<string>
  /** Waits for what was sent. */
  close(): Promise<void>
}

/** What is known of the database on this connection. */
export type Session = {
  /** That this database has given the type `log.new_event`. */
  readonly newEventOid: number
  /** The log goes at least as far, and no crash takes it back. */
  headMin: number
}

/** What the types of pg leave out. */
type Driver = Connection & {
  readonly parsedStatements: Readonly<Record<string, string>>
  parse(statement: { name: string; text: string; types: number[] }): void
}
type Client = pg.Client & { readonly connection: Driver & { readonly stream: Socket } }
type Opened = { readonly client: Client; readonly session: Session }

/**
 * Its functions are planned once, for a log of any size, and find what they look for by its key, whatever the size was then.
 * Set by the functions themselves, that would cost as much at each call as an event.
 */
const SETTINGS = 'set plan_cache_mode = force_generic_plan; set enable_seqscan = off'
const NEW_EVENT_OID = `select 'log.new_event'::regtype::oid as oid`

/** Opened when first needed, and again after it was lost: whoever was waiting is told of the loss. */
export function createPipeline(pool: Pool, statement: { readonly name: string; readonly text: string }): Pipeline {
  const { name, text } = statement
  const messages = createCallMessages()
  let opened: Promise<Opened> | null = null

  function open(): Promise<Opened> {
    if (opened !== null) return opened
    const client = new pg.Client(pool.options) as Client
    const opening = client.connect().then(async () => {
      await client.query(SETTINGS)
      const { rows } = await client.query<{ oid: number }>(NEW_EVENT_OID)
      client.connection.stream.unref()
      return { client, session: { newEventOid: rows[0]!.oid, headMin: 0 } }
    })
    const forget = () => {
      if (opened === opening) opened = null
    }
    client.on('error', forget).on('end', forget)
    opening.catch(forget)
    opened = opening
    return opening
  }

  /** A query of our own: the driver's asks for a description of the answer each time, and takes new memory for each message. */
  function send({ client, session }: Opened, encode: (session: Session) => Buffer[]): Promise<string> {
    return new Promise((resolve, reject) => {
      let answer = ''
      const query = {
        name,
        text,
        submit(connection: Driver) {
          if (connection.parsedStatements[name] === undefined) connection.parse({ name, text, types: [] })
          // Sent whole before it is answered, so the memory is free for the next call.
          client.connection.stream.write(messages(name, encode(session)))
        },
        handleDataRow({ fields }: { fields: string[] }) {
          answer = fields[0]!
        },
        handleCommandComplete() {},
        handleReadyForQuery: () => resolve(answer),
        handleError: reject,
      }
      client.query(query)
    })
  }

  return {
    async call(encode) {
      const connection = await open()
      const { stream } = connection.client.connection
      // Like the pool's, an idle connection does not keep the process alive.
      stream.ref()
      try {
        return await send(connection, encode)
      } finally {
        stream.unref()
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
