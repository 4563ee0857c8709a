const opening = /[（(《“‘【「]/g
const closing = /[）)》”’】」]/g
const shortest = 8

const openBrackets = (text: string): number =>
  (text.match(opening)?.length ?? 0) - (text.match(closing)?.length ?? 0)

/** Whether two texts can only be halves of one: a bracket stays open, or the break follows a comma or conjunction. */
export const isBrokenOff = (text: string, rest: string): boolean =>
  (openBrackets(text) > 0 && openBrackets(rest) < 0) ||
  /[、，,和与及]$/.test(text) ||
  /^[、，。；）》”’)]/.test(rest)

/** Whether a text fills its column, as nothing in the table is longer: then a text below it may be its second line. */
export const fillsColumn = (text: string, rest: string, longest: number): boolean =>
  text.length >= Math.max(longest, shortest) && rest.length <= text.length
