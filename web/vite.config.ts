import adapter from '@sveltejs/adapter-node'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import { messagesConfig } from './messages.config.ts'

const server = process.env['BIAOCHI_SERVER'] ?? 'http://127.0.0.1:4180'

export default defineConfig(({ command }) => ({
  plugins: [
    // A build finds the messages compiled by `pnpm generate`; see compile-messages.ts.
    ...(command === 'serve' ? [paraglideVitePlugin(messagesConfig)] : []),
    sveltekit({
      adapter: adapter(),
      compilerOptions: { runes: true },
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          // The grid and what hangs at a button set `style` attributes; style elements still need the page's nonce.
          'style-src': ['self'],
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:'],
          'font-src': ['self', 'data:'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  server: { proxy: { '/graphql': server, '/health': server } },
  build: { chunkSizeWarningLimit: 1500 },
}))
