/** Asks for paint as often as it likes and gets it once in the next frame. */
export function paintOncePerFrame(paint: () => void): () => void {
  let isAsked = false
  return () => {
    if (isAsked) return
    isAsked = true
    requestAnimationFrame(() => {
      isAsked = false
      paint()
    })
  }
}
