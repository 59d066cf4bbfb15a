/** Every way a fetch can fail: a stable code, what it means, and whether the same request may succeed later. */
export const FETCH_REASONS = {
  'url-invalid': reason(false, 'The URL cannot be parsed, or is longer than urlCharsMax.'),
  'url-scheme': reason(false, 'Only http and https are fetched.'),
  'url-port': reason(false, 'The port is not one of portsAllowed.'),
  'host-not-public': reason(
    false,
    'The host name can only belong to a private network, e.g. "localhost" or "db.internal".',
  ),
  'address-not-public': reason(false, 'The host is, or resolves to, an address that is not public.'),
  'dns-not-found': reason(true, 'The host name has no address.'),
  'dns-failed': reason(true, 'The name servers failed or did not answer.'),
  'connect-refused': reason(true, 'The server refused the connection.'),
  'connect-timeout': reason(true, 'No connection within connectTimeoutMs, resolving the name and TLS included.'),
  'connect-failed': reason(true, 'The network could not reach the server.'),
  'tls-expired': reason(true, 'The certificate is expired or not yet valid.'),
  'tls-untrusted': reason(true, 'The certificate is signed by nobody we trust.'),
  'tls-wrong-host': reason(true, 'The certificate is for another host.'),
  'tls-failed': reason(true, 'No common protocol, or the handshake broke off.'),
  'proxy-failed': reason(true, 'The proxy an operator has set could not be used.'),
  'connection-closed': reason(true, 'The server closed the connection before its answer was complete.'),
  'headers-timeout': reason(true, 'No response headers within idleTimeoutMs.'),
  'idle-timeout': reason(true, 'The body stood still for idleTimeoutMs.'),
  'total-timeout': reason(true, 'The whole fetch took longer than totalTimeoutMs.'),
  'response-malformed': reason(true, 'The answer is not HTTP.'),
  'headers-too-large': reason(false, 'The response headers exceed headerBytesMax.'),
  'body-too-large': reason(false, 'The body exceeds bodyBytesMax, as sent or after decoding.'),
  'body-ratio': reason(false, 'The body unpacks to more than compressionRatioMax times its size.'),
  'body-encoding': reason(false, 'The Content-Encoding is unknown, stacked too high, or the body does not follow it.'),
  'content-type': reason(false, 'The response is of a kind that cannot be used here, e.g. a video for an article.'),
  'usage-refused': reason(false, 'The publisher’s headers reserve a use that the operator has chosen to honour.'),
  'redirect-invalid': reason(false, 'A redirect without a Location that is a URL.'),
  'redirects-too-many': reason(false, 'More than redirectsMax redirects.'),
  'robots-disallowed': reason(false, 'robots.txt does not allow this URL for our user agent.'),
  'robots-unreachable': reason(
    true,
    'robots.txt fails or does not answer, which RFC 9309 says to take as "no" for now.',
  ),
  'host-too-slow': reason(false, 'A redirect leads to a host whose crawl-delay is longer than hopWaitMsMax.'),
  'rate-limited': reason(true, 'The server says 429, or 503 with Retry-After.'),
  'http-unauthorized': reason(false, 'The server asks for a login, a payment, or refuses: 401, 402, 403, 407, 451.'),
  'http-client-error': reason(false, 'Another 4xx.'),
  'http-server-error': reason(true, 'A 5xx.'),
  'http-unexpected': reason(false, 'A status that does not fit the request, e.g. 206, or 304 to an unconditional one.'),
} as const satisfies Record<string, FetchReasonInfo>

export type FetchReason = keyof typeof FETCH_REASONS
export type FetchReasonInfo = { readonly retryable: boolean; readonly sentence: string }

/** Why a step of a fetch ended it: a value inside this package, part of a FetchResult outside. */
export type FetchFailure = { readonly reason: FetchReason; readonly detail: string }

function reason(retryable: boolean, sentence: string): FetchReasonInfo {
  return { retryable, sentence }
}
