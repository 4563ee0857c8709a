const nul = 0
const sample = 8192
const mostControls = 0.02

/** The text of a file's bytes: UTF-8 with or without BOM, UTF-16 with BOM, else GB18030; null where the bytes are no text. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (isBinary(bytes)) return null
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (error) {
      // Not this encoding; anything else than wrong bytes is a bug.
      if (!(error instanceof TypeError)) throw error
    }
  }
  return null
}

const isBinary = (bytes: Uint8Array): boolean => {
  const head = bytes.subarray(0, sample)
  if (head.includes(nul)) return true
  const controls = head.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0)
  return controls > head.length * mostControls
}
