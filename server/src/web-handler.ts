import type { RequestListener } from 'node:http'
import { access } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const built = new URL('../../web/build/handler.js', import.meta.url)

const notBuilt: RequestListener = (_request, response) => {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
  response.end('网页还没有构建：请运行 pnpm --filter @biaochi/web build。接口在 /graphql。\n')
}

/** SvelteKit's handler, where the web app has been built. */
export const loadWebHandler = async (): Promise<RequestListener> => {
  const exists = await access(fileURLToPath(built)).then(
    () => true,
    () => false,
  )
  if (!exists) return notBuilt
  const module: { readonly handler: RequestListener } = await import(built.href)
  return module.handler
}
