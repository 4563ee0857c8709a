/** A source of numbers that is the same in every run. */
export type Random = () => number

/** Numbers from 0 to 1 that depend on the seed only (mulberry32). */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Damage that leaves the meaning of a form as it is. */
export type Damage = (text: string, random: Random) => string

const lines =
  (change: (line: string, random: Random) => readonly string[]): Damage =>
  (text, random) =>
    text
      .split('\n')
      .flatMap((line) => change(line, random))
      .join('\n')
const isTable = (text: string): boolean => text.includes('\t')
const isIndicatorRow = (line: string): boolean =>
  line.includes('\t') && /[≥≤<>=%]|提升|扩大|较高/.test(line) && !/指标值|元|资金|预算数/.test(line)
const level1 = /(^|\t)(产出指标|效益指标|满意度指标)(?=\t)/

export const everywhere: Readonly<Record<string, Damage>> = {
  'carriage returns': (text) => text.replaceAll('\n', '\r\n'),
  'old Mac line ends': (text) => text.replaceAll('\n', '\r'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'blanks and tabs at the end of every line': lines((line) => [`${line} \t \t`]),
  'blanks round every tab': (text) => text.replaceAll('\t', ' \t '),
  'no blank lines': (text) => text.replace(/\n(?:[ \t]*\n)+/g, '\n'),
  'blank lines doubled': (text) => text.replace(/\n\n/g, '\n\n\n'),
  'page numbers at blank lines': (text) => {
    let page = 1
    return text.replace(/\n\n/g, () => `\n\n- ${page++} -\n\n`)
  },
  'borders left behind by a converter': (text) =>
    text.replace(/\n\n/g, '\n\n--\t---\t-----------\t--\t--\n\n'),
  'full-width operators and percent signs': (text) =>
    text.replace(/>=/g, '＞＝').replace(/<=/g, '＜＝').replace(/=/g, '＝').replace(/%/g, '％'),
  'ASCII operators': (text) => text.replaceAll('≥', '>=').replaceAll('≤', '<='),
  'full-width digits': (text) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  'ASCII colons and brackets': (text) =>
    text.replaceAll('：', ':').replaceAll('（', '(').replaceAll('）', ')'),
  'full-width colons and brackets': (text) =>
    text.replaceAll(':', '：').replaceAll('(', '（').replaceAll(')', '）'),
  'invisible characters': (text) => text.replace(/指标/g, '指\u200b标').replace(/项目/g, '项\u00ad目'),
}

export const inTables: Readonly<Record<string, Damage>> = {
  'an empty column in front': (text) => text.replace(/^(?=.*\t)/gm, '\t'),
  'two empty columns behind the second': lines((line) => [line.replace(/^([^\t]*\t[^\t]*\t)/, '$1\t\t')]),
  'rows of indicators shifted right': lines((line, random) => [
    isIndicatorRow(line) ? '\t'.repeat(Math.floor(random() * 3)) + line : line,
  ]),
  'rows of indicators shifted left': lines((line) => [isIndicatorRow(line) ? line.replace(/^\t/, '') : line]),
  'no level 1 at all': lines((line) => [isIndicatorRow(line) ? line.replace(level1, '$1') : line]),
  'level 1 in a row of its own': lines((line) => {
    const found = level1.exec(line)
    return found === null || line.includes('满意度指标')
      ? [line]
      : [`\t${found[2] ?? ''}\t\t`, line.replace(level1, '$1')]
  }),
  'every cell in a paragraph tag': (text) =>
    text.replace(/[^\t\n<>]{4,}/g, (cell) => (/^[\s-]+$/.test(cell) ? cell : `<p>${cell}</p>`)),
  'tags with attributes and line breaks': (text) =>
    text.replace(/(?<=\t)(\p{Script=Han}{6,})(?=\t)/gu, '<span style="font-size:12px">$1</span><br/>'),
  'blank lines between rows of indicators': lines((line, random) =>
    isIndicatorRow(line) && random() < 0.4 ? ['', line] : [line],
  ),
  'page numbers between rows of indicators': lines((line, random) =>
    isIndicatorRow(line) && random() < 0.3 ? ['', '12\t\t\t', '', line] : [line],
  ),
  'labels broken by blanks': (text) =>
    text.replace(/(数量|质量|时效|效益|影响)指标(?=\t)/g, '$1 指标').replace(/项目名称(?=\t)/g, '项目 名称'),
  'labels broken over two rows': (text) =>
    text.replace(/^(\t*)(产出|效益)指标(\t.*)$/gm, '$1$2指$3\n$1标\t\t\t'),
  'broken level 2': (text) => text.replace(/^(\t+)(数量|质量|时效)指标(\t.*)$/gm, '$1$2$3\n$1指标\t'),
}

/** Damage that suits a text: tables can be shifted, wrapped text cannot. */
export const damagesFor = (text: string): readonly (readonly [string, Damage])[] => [
  ...Object.entries(everywhere),
  ...(isTable(text) ? Object.entries(inTables) : []),
]
