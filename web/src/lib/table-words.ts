import type { Message } from '@biaochi/domain'
import type { AmountUnit } from './format-amount.ts'
import { m } from './i18n.ts'
import type { AgencyWords } from './sheet/agencies/agency-table.ts'
import type { IndicatorWords } from './sheet/indicator-table.ts'
import type { ProjectWords } from './sheet/projects/project-table.ts'

type Describe = (message: Message | string) => string

// The words of the interface that the tables of the sheet themselves have no business knowing.

export const indicatorWords = (describe: Describe): IndicatorWords => ({
  describe,
  period: { annual: m.period_annual(), midterm: m.period_midterm() },
  met: m.met_yes(),
  notMet: m.met_no(),
  excluded: m.score_excluded(),
})

export const projectWords = (describe: Describe, amountUnit: () => AmountUnit): ProjectWords => ({
  describe,
  amountUnit,
  form: { declaration: m.form_declaration(), 'self-evaluation': m.form_self_evaluation() },
  state: {
    draft: m.project_state_draft(),
    submitted: m.project_state_submitted(),
    returned: m.project_state_returned(),
    approved: m.project_state_approved(),
    'self-evaluating': m.project_state_self_evaluating(),
    'evaluation-submitted': m.project_state_evaluation_submitted(),
    'evaluation-returned': m.project_state_evaluation_returned(),
    verified: m.project_state_verified(),
    published: m.project_state_published(),
  },
  incomplete: m.project_incomplete(),
  counts: ({ block, explain, warn }) =>
    [
      block > 0 ? m.counts_block({ count: block }) : '',
      explain > 0 ? m.counts_explain({ count: explain }) : '',
      warn > 0 ? m.counts_warn({ count: warn }) : '',
    ]
      .filter((part) => part !== '')
      .join('，'),
})

export const agencyWords = (describe: Describe): AgencyWords => ({
  describe,
  active: m.agency_active(),
  inactive: m.agency_inactive(),
  noSuchParent: (text) => m.agency_no_such_parent({ text }),
  notActiveOrInactive: m.agency_active_words(),
  place: ({ depth, below }) =>
    below === 0
      ? m.agency_place({ level: depth + 1 })
      : m.agency_place_below({ level: depth + 1, count: below }),
})
