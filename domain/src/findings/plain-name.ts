import { remembering } from '../remembering.ts'

const plain = remembering((name) =>
  name
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」《》]+/gu, '')
    .replace(/\([^()]{0,6}\)$/u, ''),
)

/** An indicator's name as rules compare it: width folded, no white space, no quotes, no bracketed unit at its end. */
export const plainName = (name: string | null): string => plain(name ?? '')
