/** Listening on loopback: the port asked for, else the next one that is free. */
import type { Hono } from 'hono'

export const DEFAULT_PORT = 4700
/** Ports tried after the first. */
const TRIES = 50

export class PortError extends Error {
  constructor(port: number, why: string) {
    super(`cannot listen on 127.0.0.1:${port}: ${why}. Name another with --port`)
    this.name = 'PortError'
  }
}

export interface Listening {
  readonly port: number
  readonly address: string
  close(): Promise<void>
}

export async function listen(app: Hono, from: number): Promise<Listening> {
  for (let port = from; port < from + TRIES && port < 65_536; port++) {
    const listening = await tryPort(app, port)
    if (listening !== null) return listening
  }
  throw new PortError(from, `this port and the ${TRIES} after it are taken`)
}

async function tryPort(app: Hono, port: number): Promise<Listening | null> {
  const { createAdaptorServer } = await import('@hono/node-server')
  const server = createAdaptorServer({ fetch: app.fetch })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null)
      else reject(new PortError(port, error.code === 'EACCES' ? 'no permission for this port' : error.message))
    })
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const actual = typeof address === 'object' && address !== null ? address.port : port
      resolve({
        port: actual,
        address: `http://127.0.0.1:${actual}/`,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
  })
}
