export { WAITING_RULE } from '../../../src-shared/domain/waiting-rule.ts'
