export { parseDate } from '@biaochi/domain'
