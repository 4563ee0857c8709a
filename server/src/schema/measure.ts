import { formatActual, formatTarget, type Measure } from '@biaochi/domain'
import { builder } from '../builder.ts'
import { toUpper } from '../words.ts'
import { MeasureKind } from './enums.ts'

/** A value with the column it stands in, which decides how it is written. */
export interface MeasureCell {
  readonly column: 'target' | 'actual'
  readonly measure: Measure
}

const quantity = ({ measure }: MeasureCell) => (measure.kind === 'quantitative' ? measure : null)

export const MeasureRef = builder.objectRef<MeasureCell>('Measure').implement({
  description: '指标值或实际完成值：读出的意思和原来的文字。',
  fields: (t) => ({
    kind: t.field({
      type: MeasureKind,
      description: '性质。',
      resolve: ({ measure }) => toUpper(measure.kind),
    }),
    raw: t.string({
      nullable: true,
      description: '原来的文字。',
      resolve: ({ measure }) => (measure.kind === 'missing' ? null : measure.raw),
    }),
    operator: t.string({
      nullable: true,
      description: '比较符号：>=、<=、=、>、<。',
      resolve: (cell) => quantity(cell)?.operator ?? null,
    }),
    value: t.field({
      type: 'Decimal',
      nullable: true,
      description: '数值；实际大小是数值乘以倍数。',
      resolve: (cell) => quantity(cell)?.value ?? null,
    }),
    multiplier: t.int({
      description: '倍数：1、10000（万）、100000000（亿）。',
      resolve: (cell) => quantity(cell)?.multiplier ?? 1,
    }),
    unit: t.string({
      nullable: true,
      description: '单位。',
      resolve: (cell) => quantity(cell)?.unit ?? null,
    }),
    text: t.string({
      nullable: true,
      description: '定性的文字。',
      resolve: ({ measure }) => (measure.kind === 'qualitative' ? measure.text : null),
    }),
    assumed: t.stringList({
      description: '没有写明而推定的部分：operator、unit。',
      resolve: (cell) => [...(quantity(cell)?.assumed ?? [])],
    }),
    approximate: t.boolean({
      description: '约数（近、约、余、多）。',
      resolve: (cell) => quantity(cell)?.approximate ?? false,
    }),
    canonical: t.string({
      description: '规范写法。',
      resolve: ({ column, measure }) => (column === 'target' ? formatTarget(measure) : formatActual(measure)),
    }),
  }),
})
