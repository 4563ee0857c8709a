/** The SHA-256 of a document as hexadecimal digits; '' where the browser offers none (a page that is not local over plain HTTP). */
export async function hashDocument(text: string): Promise<string> {
  if (globalThis.crypto?.subtle === undefined) return ''
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
