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

/** Whether a text fills its column, as nothing in the table is longer: then a short text below it may be its second line. */
export const fillsColumn = (text: string, rest: string, longest: number): boolean =>
  text.length >= Math.max(longest, shortest) && rest.length <= text.length / 2 && !areNames(text, rest)

// What names of indicators end with: two texts that both do are two names.
const nameEnd = /(?:率|数|量|度|时间|时长|时限|成本|次|人次|金额|面积|比例|占比|情况|水平|能力|天数)$/

/** Whether two texts each are a name by themselves. */
export const areNames = (text: string, other: string): boolean => nameEnd.test(text) && nameEnd.test(other)
