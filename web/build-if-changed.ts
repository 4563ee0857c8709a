import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const web = import.meta.dirname
const root = path.dirname(web)
const stamp = path.join(web, 'build', '.source-hash')

/** All the build is made of, what is generated for it included; a change anywhere else leaves it as it is. */
const sources = [
  'web/src',
  'web/static',
  'web/messages',
  'web/project.inlang/settings.json',
  'web/vite.config.ts',
  'web/messages.config.ts',
  'web/compile-messages.ts',
  'web/collect-operations.ts',
  'web/tsconfig.json',
  'web/package.json',
  'domain/src',
  'domain/package.json',
  'server/schema.graphql',
  'pnpm-lock.yaml',
]

function filesIn(place: string): string[] {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .filter((name) => name !== 'generated')
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)))
}

function hashSources(): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesIn(path.join(root, source)))) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

const now = hashSources()
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) {
  console.log('web: unchanged since the last build')
} else {
  const started = performance.now()
  // Half a build is no build, whatever the sources are when this is run again.
  rmSync(stamp, { force: true })
  // Generates first: whoever only changed a message and builds gets a build with that message.
  const result = spawnSync('pnpm', ['build', '--logLevel', 'warn'], {
    cwd: web,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    console.error('web: the build failed')
    process.exit(result.status ?? 1)
  }
  writeFileSync(stamp, now)
  console.log(`web: built in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
