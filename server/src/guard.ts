import { isLoopback } from './env.ts'

/**
 * Why a request is not answered, or null. The caller is the admin because only this machine reaches us, so a page of
 * the web must not be able to speak through somebody's browser: its name may not point at us (DNS rebinding shows in
 * Host), and what it sends carries its Origin.
 */
export const refusedRequest = (header: (name: string) => string | null): string | null => {
  const host = header('host')
  if (host !== null && !isLoopback(URL.parse(`http://${host}`)?.hostname ?? ''))
    return '只接受用本机地址（localhost、127.0.0.1）访问。'
  const origin = header('origin')
  return origin === null || isLoopback(URL.parse(origin)?.hostname ?? '') ? null : '只接受本机网页的请求。'
}
