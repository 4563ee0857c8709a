/** Why the database cannot be used, in one sentence for whoever started the program; never holds a password. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
}

/** A connection address that may be shown: without the password and without parameters. */
export const shownUrl = (url: string): string => {
  const { protocol, username, host, pathname } = new URL(url)
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`
}
