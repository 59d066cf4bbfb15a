import type { ClientBase } from 'pg'

/**
 * Sends queries one after the other without waiting for the answers in between: one turn to the server for all of them. Those
 * that write do so within a transaction, so that what is behind one that fails does nothing.
 *
 * @param start issues every query before it returns; none of them COPY, no two with one name.
 * @throws the first error, when all are answered.
 */
export async function pipelined<const Answers extends readonly unknown[]>(
  client: ClientBase,
  start: () => { [Index in keyof Answers]: Promise<Answers[Index]> },
): Promise<Answers> {
  const switchable = client as ClientBase & { pipeline: boolean }
  switchable.pipeline = true
  try {
    const queries = start()
    await Promise.allSettled(queries)
    return (await Promise.all(queries)) as unknown as Answers
  } finally {
    switchable.pipeline = false
  }
}
