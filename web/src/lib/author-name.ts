import { m } from './i18n.ts'

/** Who stands in the history, in words: until there are accounts everybody is the local user. */
export const authorName = (author: string): string => (author === 'local-admin' ? m.author_local() : author)
