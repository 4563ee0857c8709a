import { bodyOf } from './cell-at-point.ts'

const margin = 6
const fastest = 80

/** How far to scroll in a frame: the faster the further the pointer is outside. */
function speed(value: number, from: number, to: number): number {
  const beyond = value < from + margin ? value - from - margin : value > to - margin ? value - to + margin : 0
  return Math.sign(beyond) * Math.min(fastest, Math.ceil(Math.abs(beyond) / 2))
}

/** Scrolls the sheet as long as a pointer that drags is at its edge or outside, and tells after each step. */
export function scrollAtEdge(host: HTMLElement, onScrolled: (x: number, y: number) => void) {
  let frame: number | null = null
  let [x, y] = [0, 0]

  function step(): void {
    frame = null
    const body = bodyOf(host)
    if (body === null) return
    const { viewport, rect } = body
    const right = speed(x, rect.left, rect.right)
    const down = speed(y, rect.top, rect.bottom)
    if (right === 0 && down === 0) return
    viewport.scrollBy(right, down)
    onScrolled(x, y)
    frame = requestAnimationFrame(step)
  }

  return {
    follow: (toX: number, toY: number): void => {
      ;[x, y] = [toX, toY]
      frame ??= requestAnimationFrame(step)
    },
    stop: (): void => {
      if (frame !== null) cancelAnimationFrame(frame)
    },
  }
}
