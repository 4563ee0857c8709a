import { remembering } from '../remembering.ts'

/** Width folded, no white space, no quotes, no bracketed unit at the end. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」《》]+/gu, '')
    .replace(/\([^()]{0,6}\)$/u, '')

const known = remembering(foldName)

/** An indicator's name as rules compare it. */
export const plainName = (name: string | null): string => known(name ?? '')
