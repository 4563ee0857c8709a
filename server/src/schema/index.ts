import { builder } from '../builder.ts'
import { completeDescriptions } from '../descriptions/complete-descriptions.ts'
import './scalars.ts'
import './enums.ts'
import './measure.ts'
import './finding.ts'
import './agency.ts'
import './fund.ts'
import './goal.ts'
import './indicator.ts'
import './project.ts'
import './import-batch.ts'
import './project-query.ts'
import './indicator-query.ts'
import './apply-indicator-changes.ts'
import './apply-project-changes.ts'
import './apply-agency-changes.ts'
import './undo.ts'
import './restore.ts'
import './history.ts'
import './project-changes.ts'
import './import-form.ts'
import './changes.ts'
import './stats.ts'
import './other-sides.ts'
import './agency-projects.ts'
import './node.ts'
import './search.ts'

builder.queryType({ description: '读。' })
builder.mutationType({ description: '写。' })

/** The schema, sorted, as `schema.graphql` has it. */
export const schema = completeDescriptions(builder.toSchema({ sortSchema: true }))
