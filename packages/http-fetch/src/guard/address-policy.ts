/** Where an operator has said that a host name is to be found: for samples and tests only. */
export type HostOverride = { readonly address: string; readonly port: number }

/** What may be connected to. Everything else must be a public address on an allowed port. */
export type AddressPolicy = {
  readonly portsAllowed: ReadonlySet<number>
  /** `host:port` as in the URL, e.g. "localhost:8080": these may be private, on any port. */
  readonly privateHostsAllowed: ReadonlySet<string>
  /** By host name in lower case. The URL, the Host header and robots.txt keep the name. */
  readonly hostOverrides: ReadonlyMap<string, HostOverride>
}

/** http and https, and the ports on which news sites run their second server. */
export const PORTS_ALLOWED: ReadonlySet<number> = new Set([80, 443, 8080, 8443])

export const PUBLIC_ONLY: AddressPolicy = {
  portsAllowed: PORTS_ALLOWED,
  privateHostsAllowed: new Set(),
  hostOverrides: new Map(),
}
