/**
 * SQLSTATEs of a server that is away or has no room, whatever it is asked: class 08, connection; 53100 disk full; 53300 no
 * connection left; 57P01 to 57P03 shut down, crashed, starting. The others are Node's names for a broken socket.
 */
const UNAVAILABLE = /^(08...|53[13]00|57P0[123]|ECONN.*|EPIPE|ETIMEDOUT)$/

/** What pg says, without a code, when it waited in vain for a connection, or lost one. */
const UNAVAILABLE_MESSAGE =
  /^(timeout exceeded when trying to connect|timeout expired$|Connection terminated|Client .*not queryable$)/

/** Another transaction was in the way, or a limit of time or memory: serialization, deadlock, lock and statement timeouts. */
const IN_THE_WAY = /^(40001|40P01|55P03|57014|53...)$/

/**
 * Whether the server is away, starting, or full: no fault of what was asked, and nothing else could be done there now either.
 */
export function isUnavailable(error: unknown): boolean {
  const { code, message } = codeOf(error)
  return code === null ? UNAVAILABLE_MESSAGE.test(message) : UNAVAILABLE.test(code)
}

/**
 * Whether the same request may succeed when it is made again, though nothing is wrong with the server. Only the transaction as a
 * whole can be made again, not the statement that failed in it.
 *
 * @see https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
export function isPassing(error: unknown): boolean {
  return isUnavailable(error) || IN_THE_WAY.test(codeOf(error).code ?? '')
}

function codeOf(error: unknown): { code: string | null; message: string } {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  return { code: typeof code === 'string' ? code : null, message: typeof message === 'string' ? message : '' }
}
