import type { FindingCode } from './findings-zh-CN.ts'

/** What findings say, in English; `{name}` stands for a parameter. */
export const findingsEn = {
  'weights-sum.evaluation':
    'Weights sum to {sum} (indicators {indicators} + execution {execution}); they should sum to {expected}',
  'weights-sum.declaration':
    'Indicator weights sum to {sum}; they should sum to {expected} (execution joins at self-evaluation)',
  'level1-weights': 'Weights of “{level1}” sum to {sum}; the scheme gives {expected}',
  'level1-weights.execution': 'Execution has the weight {sum}; the scheme gives {expected}',
  'weight-missing': 'Other indicators have a weight, this one has none',
  'weight-not-positive': 'The weight is {weight}; it should be above 0',
  'score-above-weight': 'Score {score} is above the weight {weight}',
  'score-above-weight.negative': 'Score {score} is below 0',
  'score-outside-grade-band.achieved':
    'Judged “achieved”: score {score} should lie between {from} and {to} (weight {weight})',
  'score-outside-grade-band.partly':
    'Judged “partly achieved”: score {score} should be at least {from} and below {to} (weight {weight})',
  'score-outside-grade-band.missed': 'Judged “missed”: score {score} should be below {to} (weight {weight})',
  'score-without-reason':
    'Score {score} is below the weight {weight}; a deviation reason and remedy are required',
  'score-missing': 'There is an actual, but the scheme cannot score it and no score is given',
  'awarded-differs-from-rule': 'Awarded {score}; by the scheme it is {rule} (weight {weight})',
  'awarded-differs-from-rule.met':
    'The target is met, yet {score} is awarded; by the scheme it is {rule} (weight {weight})',
  'far-above-target':
    'Actual {actual} is {percent}% of the target {target} (from {limit}% on an explanation is required)',
  'reason-without-deviation':
    'Actual {actual} meets the target {target} with full score, yet a deviation reason is given',
  'execution-rate-differs':
    'The execution rate is printed as {printed}%; {executed} ÷ {adjusted} gives {computed}%',
  'execution-score-differs':
    'The execution score is printed as {printed}; the rate {rate}% gives {computed} (weight {weight})',
  'execution-score-differs.rounded':
    'The execution score {printed} comes from the rounded rate {rate}%; the exact rate gives {computed} (weight {weight})',
  'execution-not-computable':
    'The adjusted budget is {adjusted} and {executed} was spent: the rate cannot be computed, explain why',
  'execution-not-computable.adjusted': 'The adjusted budget is missing, so the rate cannot be computed',
  'execution-not-computable.executed': 'The executed amount is missing, so the rate cannot be computed',
  'execution-rate-indicator-differs': 'The actual is {actual}; the execution rate of the funds is {rate}%',
  'fund-sources-differ.above':
    'The sources sum to {sum} yuan, {difference} yuan above the total {total} yuan',
  'fund-sources-differ.below':
    'The sources sum to {sum} yuan, {difference} yuan below the total {total} yuan',
  'annual-above-total':
    'One year asks for {annual} yuan, more than the project or medium-term total {total} yuan',
  'executed-above-adjusted':
    'Executed {executed} yuan is {difference} yuan above the adjusted budget {adjusted} yuan; explain why',
  'budget-cut':
    'The adjusted budget {adjusted} yuan is {percent}% below the initial {initial} yuan (above {limit}% an explanation is required)',
  'narrative-sum-differs': 'The parts {parts} = {sum} {unit} are not the stated sum {stated}',
  'narrative-sum-differs.funds': 'The text asks for {stated}; the form prints {printed} yuan',
  'narrative-misplaced': '“{key}” opens with “{label}:”; the text may stand in the wrong field',
  'narrative-number-differs.target': 'The goal says “{said}”; the indicator “{name}” says {value}',
  'narrative-number-differs.actual': 'The result says “{said}”; the indicator “{name}” says {value}',
  'narrative-number-differs.vague':
    'The result says “{said}”, an approximation; the indicator “{name}” says {value}',
  'unit-lost': 'The unit “{unit}” was lost in conversion ({raw})',
  'unit-missing': 'The target “{target}” has no unit',
  'unit-assumed': 'The actual “{actual}” has no unit and is read as {taken}; a fraction is written {percent}',
  'unit-differs': 'Actual {actual} and target {target} count in different units',
  'unit-unlike-name.satisfaction':
    '“{name}” is a degree of satisfaction, but its unit is “{unit}” ({target})',
  'unit-unlike-name.rate': '“{name}” is a rate, but its unit is “{unit}” ({target})',
  'unit-unlike-name.duration': '“{name}” is a span of time, but its unit is “{unit}” ({target})',
  'unit-unlike-name.cost': '“{name}” is an amount of money, but its unit is “{unit}” ({target})',
  'unit-unlike-name.heads': '“{name}” counts people, but its unit is “{unit}” ({target})',
  'unit-unlike-name.deeds': '“{name}” counts how often, but its unit is “{unit}” ({target})',
  'unit-unlike-name.texts': '“{name}” counts pieces of writing, but its unit is “{unit}” ({target})',
  'unit-unlike-name.things': '“{name}” counts things, but its unit is “{unit}” ({target})',
  'unit-unlike-name.count': '“{name}” is a count, but its unit is “{unit}” ({target})',
  'unit-unlike-name.window': '“{name}” is a span of time, “{target}” a service window',
  'target-missing': 'The indicator “{name}” has no target',
  'target-trivial': 'The target “{target}” cannot be missed',
  'actual-missing': 'The actual is missing',
  'actual-is-bound': 'The actual “{actual}” is only a bound; a measured value is required',
  'actual-is-bound.approximate': 'The actual “{actual}” is approximate; a measured value is required',
  'name-missing': 'The indicator has no name',
  'name-equals-target': 'Name and target are the same (“{text}”): there is nothing to measure',
  'level-outside-framework': '“{text}” is not in {framework}',
  'level-outside-framework.elsewhere': '“{level2}” belongs to “{level1}”',
  'level2-unusual.timeliness': '“{name}” is about timeliness, but stands under “{level2}”',
  'level2-unusual.count': '“{name}” is a count, but stands under “{level2}”',
  'level2-unusual.execution': '“{name}” is about budget execution, but stands under “{level2}”',
  'level2-unusual.satisfaction': '“{name}” is about satisfaction, but stands under “{level2}”',
  'level2-unusual.not-satisfaction': '“{name}” is not about satisfaction, but stands under “{level2}”',
  'ceiling-on-count': '“{name}” is to be “at most” ({target}): doing nothing would meet it',
  'full-rate-on-non-rate.direction': '“{name}” is a direction, not a rate; {target} does not measure it',
  'full-rate-on-non-rate.absence': '“{name}” is measured by occurrences (=0), not by {target}',
  'full-rate-on-non-rate.count': '“{name}” is a count or a period, not a rate; {target} does not measure it',
  'full-rate-on-non-rate.event':
    '“{name}” either happens or does not; it is not a rate and {target} does not measure it',
  'operator-assumed': 'The target “{target}” has no ≥, = or ≤; it is read as =',
  'midterm-annual-inconsistent.below': 'The medium-term target {midterm} is below the annual one {annual}',
  'midterm-annual-inconsistent.above':
    'The medium-term target {midterm} is above {years} years of the annual one {annual} ({most})',
  'midterm-annual-inconsistent.unit':
    'The medium-term target {midterm} and the annual one {annual} have different units',
  'duplicate-indicator': 'The indicator “{name}” repeats row {row}',
  'total-differs.totalWeight': 'The total weight is printed as {printed}; the rows sum to {sum}',
  'total-differs.totalScore': 'The total score is printed as {printed}; the rows sum to {sum}',
} as const satisfies Readonly<Record<FindingCode, string>>
