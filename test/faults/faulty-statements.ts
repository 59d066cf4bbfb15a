import pg from 'pg'

/**
 * What goes wrong with a statement. The codes are raised by the server itself in place of the statement, so that the transaction
 * around it is as broken as it would be; 57P01 ends the session. "answer-lost": the statement is done, and nobody hears of it.
 */
export const FAULTS = ['40P01', '40001', '57P01', '55P03', '57014', '53300', '53100', 'answer-lost'] as const
export type Fault = (typeof FAULTS)[number]

type Callback = (error: Error | null, result?: unknown) => void
type Query = (this: pg.Client, ...args: unknown[]) => unknown

export type FaultyStatements = {
  /** The `nth` statement from now on that this process sends has the fault; null: none has. @returns statements sent since. */
  arm(fault: Fault | null, nth?: number): () => number
  /** Whether the fault has happened. */
  hasStruck(): boolean
  restore(): void
}

/** Stands between all code of this process and the server. COPY and other streams pass by. */
export function faultyStatements(): FaultyStatements {
  const original = pg.Client.prototype.query as Query
  let sent = 0
  let armed: { fault: Fault; nth: number } | null = null
  let struck = false
  const faulty: Query = function (...args) {
    const isStream = typeof (args[0] as { submit?: unknown }).submit === 'function'
    if (isStream || ++sent !== armed?.nth) return original.apply(this, args)
    const { fault } = armed
    armed = null
    struck = true
    return fault === 'answer-lost'
      ? loseAnswer(this, original, args)
      : original.apply(this, [raise(fault), ...callbackOf(args)])
  }
  pg.Client.prototype.query = faulty as typeof pg.Client.prototype.query
  return {
    arm(fault, nth = 0) {
      sent = 0
      struck = false
      armed = fault === null ? null : { fault, nth }
      return () => sent
    },
    hasStruck: () => struck,
    restore() {
      pg.Client.prototype.query = original as typeof pg.Client.prototype.query
    },
  }
}

function raise(code: Exclude<Fault, 'answer-lost'>): string {
  if (code === '57P01') return 'select pg_terminate_backend(pg_backend_pid())'
  return `do $$ begin raise 'injected by a test' using errcode = '${code}'; end $$`
}

function callbackOf(args: readonly unknown[]): Callback[] {
  const callback = args.at(-1)
  return typeof callback === 'function' ? [callback as Callback] : []
}

/** The connection breaks when the answer has come. */
function loseAnswer(client: pg.Client, original: Query, args: unknown[]): unknown {
  const cut = () => {
    const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } }).connection
    stream.destroy()
    return Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' })
  }
  const [callback] = callbackOf(args)
  if (callback === undefined) {
    return (original.apply(client, args) as Promise<unknown>).then(() => {
      throw cut()
    })
  }
  const withoutCallback = args.slice(0, -1)
  return original.apply(client, [...withoutCallback, (error: Error | null) => callback(error ?? cut())])
}
