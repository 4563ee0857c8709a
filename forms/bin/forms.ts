import { main } from '../src/cli/main.ts'

process.exitCode = await main(process.argv.slice(2), {
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
