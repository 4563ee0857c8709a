import type { Locale } from '@biaochi/domain'
import { limitTemplates } from './limits/limit-messages.ts'

// What the server itself says; what the domain says comes with its own words (formatMessage).
const templates = {
  ...limitTemplates,
  'not-found': ['没有这条记录，或者你看不到它。', 'There is no such record, or you may not see it.'],
  'malformed-id': ['标识 {id} 不是 UUID。', 'The id {id} is not a UUID.'],
  'malformed-cursor': ['游标无效，请从头读取。', 'This cursor is not one of ours; read from the start.'],
  'page-size': ['first 应在 0 与 {max} 之间。', 'first must lie between 0 and {max}.'],
  'list-too-long': ['列表最多 {max} 项。', 'A list may have at most {max} items.'],
  'too-many-values': ['一个条件最多列出 {max} 个值。', 'A condition may list at most {max} values.'],
  'filter-too-complex': [
    '筛选条件最多由 {max} 个条件组合而成。',
    'A filter may be composed of at most {max} filters.',
  ],
  'order-twice': ['排序的同一栏写了两次。', 'The order names a field twice.'],
  'text-too-long': ['文字最多 {max} 个字符。', 'Text may have at most {max} characters.'],
  'presence-name': ['显示名应有 1 到 {max} 个字符。', 'A display name has between 1 and {max} characters.'],
  'presence-field': ['“{field}”不是栏目名。', '“{field}” is no name of a field.'],
  'unstorable-text': ['文字里有不能保存的控制字符。', 'The text contains characters that cannot be kept.'],
  'too-many-digits': [
    '数字太长：整数部分最多 {integer} 位，小数部分最多 {fraction} 位。',
    'Too many digits: at most {integer} before and {fraction} after the point.',
  ],
  'too-many-changes': ['一次最多修改 {max} 个单元格。', 'At most {max} cells can be changed at once.'],
  'no-changes': ['没有要修改的单元格。', 'There is nothing to change.'],
  'version-from-future': [
    '版本 {version} 比现在的版本还新。',
    'Version {version} is newer than the current one.',
  ],
  'cell-conflict': [
    '{author} 已把这里改为“{value}”，请看过再改。',
    '{author} has since changed this to “{value}”; look at it before changing it again.',
  ],
  'undo-conflict': [
    '{author} 后来又改过这里，现在是“{value}”，所以不能撤销。',
    '{author} has changed this since, to “{value}”, so it cannot be undone.',
  ],
  'undo-gone': ['项目已不存在，不能撤销。', 'The project is gone, so this cannot be undone.'],
  'undo-exists': ['已有同名的项目，不能恢复。', 'There is a project of that name, so it cannot come back.'],
  'not-your-set': ['只能撤销自己的修改。', 'Only your own changes can be undone.'],
  'already-undone': ['这次修改已经撤销过了。', 'This change has been undone already.'],
  'not-undone': [
    '这次修改没有被撤销，不能重做。',
    'This change has not been undone, so it cannot be redone.',
  ],
  'nothing-to-undo': ['这次修改没有内容可以撤销。', 'This change has nothing that could be undone.'],
  'nothing-to-restore': ['从那时起没有改动。', 'Nothing has changed since then.'],
  'unknown-cell': ['项目没有“{at}”这一栏。', 'A project has no cell “{at}”.'],
  'name-taken': [
    '同一单位 {year} 年已有项目“{name}”。',
    'The agency already has a project “{name}” in {year}.',
  ],
  'agency-unknown': ['没有单位 {id}。', 'There is no agency {id}.'],
  'agency-inactive': ['“{name}”已停用。', '“{name}” is no longer active.'],
  'agency-cycle': ['单位不能移到自己或自己的下级之下。', 'An agency cannot stand below itself.'],
  'agency-name-taken': ['同一上级之下已有“{name}”。', 'There is a “{name}” below the same agency already.'],
  'agency-code-taken': ['代码 {code} 已用于“{name}”。', 'The code {code} is that of “{name}”.'],
  'agency-active-word': ['是否在用只能填 true 或 false。', 'Active is true or false.'],
  'agency-in-use': ['“{name}”已有项目或下级单位。', '“{name}” has projects or agencies below it.'],
  'agency-twice': ['新单位的标识 {id} 已经用过。', 'The id {id} of a new agency has been used before.'],
  'time-range': ['时刻应在 0 年至 9999 年之间。', 'A moment lies between the years 0 and 9999.'],
  'restore-before-project': ['那时还没有这个项目。', 'The project did not exist then.'],
  'row-goes': ['这一行在同一次修改中被删除。', 'The same request deletes this row.'],
  'id-not-v7': ['新行的标识 {id} 不是 UUIDv7。', 'The id {id} of a new row is no UUIDv7.'],
  'id-taken': ['标识 {id} 已经用过。', 'The id {id} has been used before.'],
  'place-twice': ['position 与 after 只能给一个。', 'Give position or after, not both.'],
  'place-negative': ['位置不能小于 0。', 'A position cannot be below 0.'],
  'place-unknown': ['同一项目里没有可以排在其后的行 {id}。', 'The project has no row {id} to stand behind.'],
  'cell-forbidden': ['你不能修改这个单元格。', 'You may not change this cell.'],
  'cell-locked': ['项目在当前状态下不能修改。', 'The project cannot be changed in its present state.'],
  'cell-aborted': [
    '因为别的单元格被拒绝，这次修改全部没有保存。',
    'Not saved, because another cell was refused.',
  ],
  'key-reused': ['这个幂等键已用于另一个请求。', 'This idempotency key has been used for another request.'],
  'file-too-large': ['文件最多 {max} 个字符。', 'A file may have at most {max} characters.'],
  'file-name': ['文件名应有 1 到 {max} 个字符。', 'A file name has between 1 and {max} characters.'],
  'nothing-read': ['没有从文件中读出项目。', 'No project was read from the file.'],
  'nothing-chosen': ['没有选中要导入的项目。', 'No project was chosen.'],
  'no-such-index': ['文件中没有第 {index} 个项目。', 'The file has no project {index}.'],
  'project-without-name': ['第 {line} 行的项目没有名称。', 'The project at line {line} has no name.'],
  'project-without-year': ['第 {line} 行的项目没有年度。', 'The project at line {line} has no fiscal year.'],
  'project-year-range': [
    '第 {line} 行的项目年度 {year} 不合理。',
    'The fiscal year {year} at line {line} is impossible.',
  ],
  'project-without-implementer': [
    '第 {line} 行的项目没有实施单位。',
    'The project at line {line} has no implementing agency.',
  ],
  'project-exists': [
    '{implementer} {year} 年已有项目“{name}”。',
    '{implementer} already has a project “{name}” in {year}.',
  ],
  'project-twice': ['“{name}”在文件中出现了两次。', '“{name}” stands in the file twice.'],
  'project-number': [
    '“{name}”第 {line} 行的数字太长，保存不了。',
    'A number at line {line} of “{name}” has too many digits to be kept.',
  ],
  'project-fund-twice': [
    '“{name}”的同一项资金出现了两次。',
    'An amount of “{name}” stands in the file twice.',
  ],
  'import-forbidden': ['你不能导入到这个单位。', 'You may not import into this agency.'],
  'json-only': ['请求体应是 application/json。', 'The body of a request must be application/json.'],
} satisfies Record<string, readonly [string, string]>

export type ServerMessage = keyof typeof templates

/** A sentence of the server in the language asked for. */
export const say = (
  locale: Locale,
  code: ServerMessage,
  params: Readonly<Record<string, string | number>> = {},
): string =>
  templates[code][locale === 'en' ? 1 : 0].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(params[name] ?? whole),
  )
