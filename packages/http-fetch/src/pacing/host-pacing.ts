/** What a host is asked at most. */
export type HostManners = {
  /** From the end of one request to the start of the next. */
  readonly gapMs: number
  /** After so long a request counts as lost, with the process that made it. */
  readonly leaseMs: number
}

/**
 * Hands out turns to make a request, host by host, over all processes.
 *
 * The gap is counted from the end of a request, so that the server too sees it between any two: how long a request was on
 * its way to the server cannot eat into it.
 */
export type HostPacing = {
  /** A turn now, or when to ask again: those who ask at the same time are told different times. */
  takeTurn(host: string, manners: HostManners): Promise<Turn | TurnLater>
  /** Ends a turn. `restMs`: the host wants to be left alone for longer (Retry-After). Twice is harmless. */
  endTurn(turn: Turn, restMs: number): Promise<void>
}

export type Turn = { readonly kind: 'turn'; readonly host: string; readonly lease: string; readonly gapMs: number }
export type TurnLater = { readonly kind: 'later'; readonly waitMs: number }
