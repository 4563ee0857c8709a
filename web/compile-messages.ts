import { compile } from '@inlang/paraglide-js'
import { messagesConfig } from './messages.config.ts'

await compile(messagesConfig)
// The compiler's own storage leaves timers of 30 s behind, which would keep this process (or a build) waiting.
process.exit(0)
