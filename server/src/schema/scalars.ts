import { GraphQLError } from 'graphql'
import { parseDecimal } from '@biaochi/domain'
import { builder } from '../builder.ts'
import { decimalText } from '../rows/plain-row.ts'

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_INPUT' } })

builder.scalarType('Decimal', {
  description: '精确小数，写作文本，如 "22.5"；没有指数，没有多余的零。An exact decimal as text.',
  serialize: decimalText,
  parseValue: (value) => {
    const decimal = typeof value === 'string' ? parseDecimal(value) : null
    if (decimal === null) throw badInput('A Decimal is text such as "22.5".')
    return decimal
  },
})

const parseTime = (value: unknown): string => {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) throw badInput('A date is ISO text.')
  return value
}

builder.scalarType('Date', {
  description: '日期，如 "2022-12-31"。',
  serialize: (date) => (typeof date === 'string' ? date : date.toISOString()).slice(0, 10),
  parseValue: parseTime,
})

builder.scalarType('DateTime', {
  description: '时刻，如 "2022-12-31T08:00:00.000Z"。',
  serialize: (time) => (typeof time === 'string' ? time : time.toISOString()),
  parseValue: parseTime,
})
