import { searchTexts } from './search-texts.ts'
import type { TextSearch } from './search-texts.ts'

// An expression may run for ever on an innocent text: here nobody waits for it, and it can be ended.
self.addEventListener('message', ({ data }: MessageEvent<TextSearch>) => self.postMessage(searchTexts(data)))
