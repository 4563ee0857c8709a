const smallForms: Readonly<Record<string, string>> = {
  '﹥': '>',
  '﹤': '<',
  '﹦': '=',
  '﹪': '%',
  '﹙': '(',
  '﹚': ')',
  '﹣': '-',
  '﹐': ',',
  '−': '-',
  '〜': '~',
  '∶': ':',
}

// White space of every script, control characters and the invisible ones that documents leave behind.
// eslint-disable-next-line no-control-regex
const blanks = /[\s\u0000-\u001f\u007f-\u009f\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]+/g

// Most cells are already plain: a test keeps them off the slow path.
const plain = /^[!-~一-鿿≥≤]*$/
const blank = new RegExp(blanks.source)

/** Full width to ASCII, small forms to their letters, every run of white space and control characters to one blank. */
export function foldWidth(text: string): string {
  if (plain.test(text)) return text
  return text
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[﹥﹤﹦﹪﹙﹚﹣﹐−〜∶]/g, (char) => smallForms[char] ?? char)
    .replace(blanks, ' ')
    .trim()
}

/** As `foldWidth`, of a text that is to be one number: between digits the full stop of an input method is a decimal point. */
export const foldNumber = (text: string): string => foldWidth(text).replace(/(?<=\d)。(?=\d)/g, '.')

/** Labels and names as they are compared: NFKC, no white space, no control characters. */
export function normalizeText(text: string): string {
  return plain.test(text) ? text : text.normalize('NFKC').replace(blanks, '')
}

/** A text for people: white space between Chinese characters goes away (a line break inside a cell is none), other runs become one blank. */
export function tidyText(text: string): string {
  if (!blank.test(text)) return text
  return text
    .replace(blanks, ' ')
    .trim()
    .replace(/(?<=[一-鿿，。；、：！？（）《》“”]) | (?=[一-鿿，。；、：！？（）《》“”])/g, '')
}
