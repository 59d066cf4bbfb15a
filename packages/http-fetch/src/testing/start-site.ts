import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createSecureServer } from 'node:http2'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What a site saw of one request: by its own clock, when the request arrived and when its answer was done. */
export type Seen = {
  readonly path: string
  readonly host: string
  readonly headers: IncomingMessage['headers']
  readonly atMs: number
}

export type Site = { readonly port: number; readonly seen: Seen[]; readonly connections: Set<Socket> }

type Tls = { readonly key: string; readonly cert: string; readonly http2?: boolean }
export type Answers = (request: IncomingMessage, response: ServerResponse) => void

/** A real server on loopback, for one test. Answers /robots.txt with 404 unless `answers` does. */
export async function startSite(answers: Answers, tls?: Tls): Promise<Site> {
  const seen: Seen[] = []
  const connections = new Set<Socket>()
  const listener: RequestListener = (request, response) => {
    const { url: path = '', headers } = request
    seen.push({ path, host: String(headers.host ?? headers[':authority'] ?? ''), headers, atMs: performance.now() })
    response.on('error', () => {})
    answers(request, response)
    if (path === '/robots.txt' && !response.writableEnded && !response.headersSent) response.writeHead(404).end()
  }
  const server = tls?.http2
    ? createSecureServer({ ...tls, allowHTTP1: true }, listener as never)
    : tls
      ? createTlsServer(tls, listener)
      : createServer({ keepAliveTimeout: 30_000 }, listener)
  server.on('connection', (socket: Socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
    socket.on('error', () => {})
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of connections) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return { port: (server.address() as AddressInfo).port, seen, connections }
}
