const htmlNames =
  'p|br|div|span|strong|em|b|i|u|s|font|sub|sup|small|big|center|hr|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|a|img|pre|code|blockquote|del|ins|strike|o:p'
const blockTag = /<\/?(?:p|br|div|hr|h[1-6]|li|tr)(?:\s[^<>]*)?\/?>/gi
const anyTag = new RegExp(`</?(?:${htmlNames})(?:\\s[^<>]*)?/?>`, 'gi')
const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&#160;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&le;': '≤',
  '&ge;': '≥',
  '&quot;': '"',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&middot;': '·',
  '&times;': '×',
  '&amp;': '&',
}
const entity = new RegExp(Object.keys(entities).join('|'), 'gi')
// Control characters but tab and line ends, and the invisible ones documents leave behind.
// eslint-disable-next-line no-control-regex
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]/g
const han = '\\p{Script=Han}，。、；：？！（）《》〈〉【】“”‘’…'
const gapInChinese = new RegExp(`(?<=[${han}]) +(?=[${han}])`, 'gu')

/** Text without HTML tags (an operator like `<5` is none): a block tag becomes a line break, others vanish. */
export const stripTags = (text: string): string =>
  (text.includes('<') ? text.replace(blockTag, '\n').replace(anyTag, '') : text).replace(
    entity,
    (name) => entities[name.toLowerCase()] ?? name,
  )

/** A cell without tags and invisible characters; paragraphs stay apart by a line break. */
export const cleanText = (text: string): string =>
  stripTags(text)
    .replace(invisible, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()

/** Text for people: without the gaps inside Chinese that only a line break of the PDF made. */
export const closeGaps = (text: string): string => text.replace(gapInChinese, '').trim()

/** What labels are compared by: compatibility forms folded (：→:, （→(, ％→%), no white space, no colon at the end. */
export const labelKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '')
    .replace(/[:∶﹕]+$/u, '')

/** Joins the pieces of a broken text: a line break inside a cell stands for nothing. */
export const joinPieces = (first: string, second: string): string => first + second

/** Whether a text stops where a sentence may stop. */
export const endsSentence = (text: string): boolean => /[。！？；.!?;」”"）)]\s*$/u.test(text)
