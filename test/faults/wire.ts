import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type Wire = {
  readonly port: number
  /** From now on it leads there; what is open breaks. Null: nowhere. */
  leadTo(port: number | null): void
  close(): void
}

/** An address in front of servers that come and go, as a virtual IP or a load balancer would be. */
export async function openWire(toPort: number | null): Promise<Wire> {
  let target = toPort
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    if (target === null) return void near.destroy()
    const far = connect(target, '127.0.0.1')
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket)
          other.destroy()
        })
    }
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    leadTo(port) {
      target = port
      breakAll()
    },
    close() {
      server.close()
      breakAll()
    },
  }
}
