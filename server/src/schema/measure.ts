import { formatActual, formatTarget, parseActual, parseTarget } from '@biaochi/domain'
import { builder } from '../builder.ts'
import { measureFromRow, type MeasureRow } from '../rows/measure-row.ts'
import { MeasureKind } from './enums.ts'

/** The columns of a value, and in which of the two it stands: that decides how it is written. */
export interface MeasureCell extends MeasureRow {
  readonly column: 'target' | 'actual'
}

const canonical = (cell: MeasureCell): string =>
  cell.column === 'target'
    ? formatTarget(measureFromRow(cell, parseTarget))
    : formatActual(measureFromRow(cell, (raw) => parseActual(raw)))

// Its columns stand in the row as `targetKind`, `actualKind` …: plan-of-info.ts reads those that are asked for.
export const MeasureRef = builder.objectRef<MeasureCell>('Measure').implement({
  description: '指标值或实际完成值：读出的意思和原来的文字。',
  fields: (t) => ({
    kind: t.expose('kind', { type: MeasureKind, description: '性质。' }),
    raw: t.exposeString('raw', { nullable: true, description: '原来的文字。' }),
    operator: t.exposeString('operator', { nullable: true, description: '比较符号：>=、<=、=、>、<。' }),
    value: t.expose('value', {
      type: 'Decimal',
      nullable: true,
      description: '数值；实际大小是数值乘以倍数。',
    }),
    multiplier: t.exposeInt('multiplier', { description: '倍数：1、10000（万）、100000000（亿）。' }),
    unit: t.exposeString('unit', { nullable: true, description: '计量单位。' }),
    text: t.exposeString('text', { nullable: true, description: '定性的文字。' }),
    assumed: t.stringList({
      description: '没有写明而推定的部分：operator、unit。',
      extensions: { needs: { columns: ['operatorAssumed', 'unitAssumed'] } },
      resolve: ({ operatorAssumed, unitAssumed }) => [
        ...(operatorAssumed ? ['operator'] : []),
        ...(unitAssumed ? ['unit'] : []),
      ],
    }),
    approximate: t.exposeBoolean('approximate', { description: '约数（近、约、余、多）。' }),
    canonical: t.string({
      description: '规范写法。',
      extensions: {
        needs: {
          columns: [
            'kind',
            'raw',
            'operator',
            'value',
            'multiplier',
            'unit',
            'text',
            'operatorAssumed',
            'unitAssumed',
            'approximate',
          ],
        },
      },
      resolve: canonical,
    }),
  }),
})
