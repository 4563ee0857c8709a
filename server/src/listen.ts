import { createServer, type RequestListener, type Server } from 'node:http'
import { refusedRequest } from './guard.ts'

/** The port cannot be had, in one sentence. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
}

export interface Listening {
  readonly server: Server
  readonly url: string
  /** Until it is called every request is answered with 503. */
  readonly serve: (listener: RequestListener) => void
}

const starting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' })
  response.end('{"status":"starting"}')
}

const guarded =
  (listener: () => RequestListener): RequestListener =>
  (request, response) => {
    const reason = refusedRequest((name) => {
      const value = request.headers[name]
      return typeof value === 'string' ? value : null
    })
    if (reason === null) return listener()(request, response)
    response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' })
    response.end(`${reason}\n`)
  }

const listenReason = (error: NodeJS.ErrnoException, host: string, port: number): string => {
  if (error.code === 'EADDRINUSE') return `端口 ${port} 已被占用：请结束占用它的程序，或用 PORT 换一个端口。`
  if (error.code === 'EACCES') return `没有权限使用端口 ${port}，请用 PORT 换一个端口。`
  return `不能在 ${host} 端口 ${port} 上监听：${error.message}`
}

/** Takes the port before anything slow happens, so that a taken one is told at once. */
export const listen = (host: string, port: number): Promise<Listening> =>
  new Promise((resolve, reject) => {
    let current = starting
    const server = createServer(guarded(() => current))
    server.once('error', (error) => reject(new ListenError(listenReason(error, host, port))))
    server.listen(port, host, () => {
      const address = server.address()
      const shownPort = address !== null && typeof address === 'object' ? address.port : port
      const shownHost = host.includes(':') ? `[${host}]` : host
      const serve = (listener: RequestListener): void => {
        current = listener
      }
      resolve({ server, url: `http://${shownHost}:${shownPort}`, serve })
    })
  })
