import pg from 'pg'

/**
 * before: dead before it sends the statement. within: when it has sent it, and the server is at it. after: when the answer has
 * come. cut: it lives, and its sessions are ended while the server is at the statement.
 */
export const MOMENTS = ['before', 'within', 'after', 'cut'] as const
export type Moment = (typeof MOMENTS)[number]

type Query = (this: pg.Client, ...args: unknown[]) => unknown
type Doomed = { readonly connection: { readonly stream: { destroy(): void } }; readonly processID: number | null }
type Message = { handleReadyForQuery(): void }

/** What a process that dies looks like to the server: all its sockets are closed at once, and it never does anything again. */
export type Doom = {
  /** Resolves at the moment of death; never where the work ends before. */
  readonly struck: Promise<void>
  /** Statements that count. */
  sent(): number
  restore(): void
}

export type DoomOptions = {
  /** Whoever uses connections of this name dies. */
  readonly applicationName: string
  /** Part of the first statement that counts. */
  readonly from: string
  /** At which statement from then on, 1 is that one. */
  readonly nth: number
  readonly moment: Moment
  /** Ends sessions of the server, for the moment "cut". */
  readonly cut?: (processIds: readonly number[]) => Promise<unknown>
  /** For a process of its own. Without it, what dies awaits an answer for ever. */
  readonly kill?: () => void
}

/** For tests: stands between all code of this process and the server, and lets work die at one of its statements. */
export function doomStatements({ applicationName, from, nth, moment, cut, kill }: DoomOptions): Doom {
  const original = pg.Client.prototype.query as Query
  const clients = new Set<Doomed>()
  let sent: number | null = null
  let isDead = false
  let strike = () => {}
  const struck = new Promise<void>((resolve) => {
    strike = resolve
  })
  const die = () => {
    kill?.()
    isDead = true
    for (const { connection } of clients) connection.stream.destroy()
    strike()
  }
  const doomed: Query = function (...args) {
    const { application_name } = (this as unknown as { connectionParameters: { application_name?: string } })
      .connectionParameters
    if (application_name !== applicationName) return original.apply(this, args)
    if (isDead) return new Promise(() => {})
    clients.add(this as unknown as Doomed)
    const [query] = args as [string | { text?: string }]
    const text = (typeof query === 'string' ? query : query.text) ?? ''
    if (sent === null && text.includes(from)) sent = 0
    if (sent === null || ++sent !== nth) return original.apply(this, args)
    if (moment === 'before') {
      die()
      return new Promise(() => {})
    }
    if (moment === 'after') return dieWhenAnswered(this, args)
    const answer = original.apply(this, args)
    if (moment === 'within') {
      die()
      ;(answer as Promise<unknown> | undefined)?.catch?.(() => {})
      return new Promise(() => {})
    }
    void cut?.([...clients].flatMap(({ processID }) => processID ?? [])).then(strike)
    return answer
  }
  pg.Client.prototype.query = doomed as typeof pg.Client.prototype.query
  return {
    struck,
    sent: () => sent ?? 0,
    restore() {
      pg.Client.prototype.query = original as typeof pg.Client.prototype.query
    },
  }

  function dieWhenAnswered(client: pg.Client, args: unknown[]): unknown {
    const callback = args.at(-1)
    if (typeof callback === 'function') return original.apply(client, [...args.slice(0, -1), die])
    const [query] = args as [Partial<Message>]
    if (typeof query.handleReadyForQuery === 'function') {
      query.handleReadyForQuery = die
      return original.apply(client, args)
    }
    ;(original.apply(client, args) as Promise<unknown>).then(die, die)
    return new Promise(() => {})
  }
}
