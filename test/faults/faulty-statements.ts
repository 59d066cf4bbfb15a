import pg from 'pg'

/**
 * What goes wrong with a statement. The codes are raised by the server itself in place of the statement, so that the transaction
 * around it is as broken as it would be; 57P01 ends the session. "answer-lost": the statement is done, and nobody hears of it.
 */
export const FAULTS = ['40P01', '40001', '57P01', '55P03', '57014', '53300', '53100', 'answer-lost'] as const
export type Fault = (typeof FAULTS)[number]

type Callback = (error: Error | null, result?: unknown) => void
type Query = (this: pg.Client, ...args: unknown[]) => unknown

/** Several statements that the code sends in one message of its own, with one answer. */
type Message = { submit(connection: unknown): void; handleError(error: Error): void; handleReadyForQuery(): void }

export type FaultyStatements = {
  /** The `nth` statement from now on that this process sends has the fault; null: none has. @returns statements sent since. */
  arm(fault: Fault | null, nth?: number): () => number
  /** Whether the fault has happened. */
  hasStruck(): boolean
  restore(): void
}

/** Stands between all code of this process and the server. COPY and other streams pass by. A message counts as one statement. */
export function faultyStatements(): FaultyStatements {
  const original = pg.Client.prototype.query as Query
  let sent = 0
  let armed: { fault: Fault; nth: number } | null = null
  let struck = false
  const faulty: Query = function (...args) {
    const message = messageOf(args[0])
    if (message === 'stream' || ++sent !== armed?.nth) return original.apply(this, args)
    const { fault } = armed
    armed = null
    struck = true
    if (message !== null) return strikeMessage(this, original, message, fault)
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

/** null: an ordinary statement. */
function messageOf(query: unknown): Message | 'stream' | null {
  if (typeof (query as { submit?: unknown }).submit !== 'function') return null
  return Object.getPrototypeOf(query) === Object.prototype ? (query as Message) : 'stream'
}

function strikeMessage(client: pg.Client, original: Query, message: Message, fault: Fault): void {
  if (fault === 'answer-lost') {
    message.handleReadyForQuery = () => message.handleError(cut(client))
    original.call(client, message)
    return
  }
  const raising = original.call(client, raise(fault)) as Promise<unknown>
  raising.catch((error: Error) => message.handleError(error))
}

/** The connection breaks when the answer has come. */
function loseAnswer(client: pg.Client, original: Query, args: unknown[]): unknown {
  const [callback] = callbackOf(args)
  if (callback === undefined) {
    return (original.apply(client, args) as Promise<unknown>).then(() => {
      throw cut(client)
    })
  }
  const withoutCallback = args.slice(0, -1)
  return original.apply(client, [...withoutCallback, (error: Error | null) => callback(error ?? cut(client))])
}

function cut(client: pg.Client): Error {
  const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } }).connection
  stream.destroy()
  return Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' })
}
