const focusable = 'button, a[href], input, select, textarea, [tabindex]'

/**
 * What a popover does with the keyboard when it closes: whoever clicks elsewhere goes on there, and only who closes it
 * otherwise is brought back to where the popover was opened from. Made once for each popover.
 */
export function leavePopover(elsewise: (event: Event) => void = () => undefined) {
  let clicked: HTMLElement | null = null
  return {
    onInteractOutside: ({ target }: Event): void => {
      clicked = target instanceof Element ? target.closest<HTMLElement>(focusable) : null
    },
    onCloseAutoFocus: (event: Event): void => {
      const to = clicked
      clicked = null
      if (!to?.isConnected) return elsewise(event)
      event.preventDefault()
      to.focus({ preventScroll: true })
    },
  }
}
