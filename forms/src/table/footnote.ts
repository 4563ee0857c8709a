import type { Row } from '../text/row.ts'

const signature =
  /^(?:填[报表写]|制表|审[核批]|复核|经办|单位|部门|财务|项目)?(?:人|负责人|经办人|人员)(?:签[字名章])?(?:及联系)?(?:电话)?(?:\(签[字名章]\))?:|^(?:联系)?电话:|^联系(?:人|方式)[^:]{0,6}:|^(?:填[报表写]|报送)?(?:日期|时间):/
const note = /^(?:注|备注|说明|填[报表]说明)(?:[:.、\d]|\(|$)/

/** Whether a row stands below a table: who filled it in (填报人: … 联系电话: …) or the form's own notes (注：…). */
export const isFootnote = (row: Row): boolean => {
  const [first] = row.cells
  if (first === undefined || row.cells.length > 6) return false
  const start = first.text.normalize('NFKC').replace(/\s+/g, '')
  return signature.test(start) || (row.cells.length === 1 && note.test(start))
}

/** Whether a row goes on with the numbered notes above it (2.定性指标分为三档。). */
export const isFootnoteRest = (row: Row): boolean =>
  row.cells.length === 1 && /^\(?\d{1,2}[.、)]\D/.test(row.cells[0]?.text.normalize('NFKC') ?? '')
