import type { ClientBase, Connection, Submittable } from 'pg'

/** A statement that gives no rows; a connection plans it once, and knows it by its name. */
export type Statement = {
  readonly name: string
  readonly text: string
  /** As Postgres reads its types. */
  readonly values: readonly (string | null)[]
}

/** What the types of pg leave out: the names a connection knows, each with its text. */
type Parsing = Connection & { readonly parsedStatements: Record<string, string> }

/**
 * Sends a transaction in one message and has one answer: there is neither BEGIN nor COMMIT, since what comes before one Sync is
 * a transaction of its own. As many queries one after the other, even if none waits for the one before, take twice as long.
 *
 * @throws what Postgres says of the first statement that fails: then nothing has been done.
 * @see https://www.postgresql.org/docs/18/protocol-flow.html#PROTOCOL-FLOW-PIPELINING
 */
export async function transact(client: ClientBase, statements: readonly Statement[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const unparsed: Statement[] = []
    let stopListening = () => {}
    const settle = (end: () => void) => {
      stopListening()
      end()
    }
    const query: Submittable & Record<string, unknown> = {
      submit(connection: Connection) {
        const { parsedStatements, stream } = connection as Parsing
        const onParsed = () => {
          const { name, text } = unparsed.shift()!
          parsedStatements[name] = text
        }
        connection.on('parseComplete', onParsed)
        stopListening = () => connection.off('parseComplete', onParsed)
        stream.cork()
        for (const statement of statements) {
          const { name, text, values } = statement
          if (parsedStatements[name] === undefined && !unparsed.some((other) => other.name === name)) {
            unparsed.push(statement)
            connection.parse({ name, text, types: [] }, true)
          }
          connection.bind({ statement: name, values: [...values] }, true)
          connection.execute({}, true)
        }
        connection.sync()
        stream.uncork()
      },
      handleCommandComplete: () => {},
      handleDataRow: () => {},
      handleError: (error: Error) => settle(() => reject(error)),
      handleReadyForQuery: () => settle(resolve),
    }
    client.query(query)
  })
}

/** An array of texts as Postgres reads it. */
export function arrayLiteral(values: readonly unknown[]): string {
  return `{${values.map((value) => `"${String(value).replace(/["\\]/g, '\\$&')}"`).join()}}`
}
