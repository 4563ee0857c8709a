import type { Message } from '@biaochi/domain'
import type { AgencyWords } from '@biaochi/web/sheet/agencies/agency-table'
import type { ProjectWords } from '@biaochi/web/sheet/projects/project-table'

const describe = (message: Message | string): string => (typeof message === 'string' ? message : message.code)

export const agencyWords: AgencyWords = {
  describe,
  active: '在用',
  inactive: '停用',
  noSuchParent: (text) => `没有${text}`,
  notActiveOrInactive: '在用或停用',
  place: ({ depth, below }) => `${depth} ${below}`,
}

export const projectWords = (unit: () => '元' | '万元'): ProjectWords => ({
  describe,
  amountUnit: unit,
  form: { declaration: '申报表', 'self-evaluation': '自评表' },
  state: {
    draft: '草稿',
    submitted: '已报',
    returned: '退回',
    approved: '已批复',
    'self-evaluating': '自评中',
    'evaluation-submitted': '自评已报',
    'evaluation-returned': '自评退回',
    verified: '已复核',
    published: '已公开',
  },
  incomplete: '未填全',
  counts: ({ block, explain, warn }) => `${block}/${explain}/${warn}`,
})
