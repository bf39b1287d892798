import type { Policy } from '../../../../src-shared/domain/policy.ts'
import type { Finding } from './finding.ts'
import { rowFindings } from './rows.ts'
import { ruleFindings } from './rules.ts'

export type { Finding } from './finding.ts'

/** What a supervisor should look at before a policy holds: conflicts first, then what never speaks, then gaps. */
export function analyse(policy: Policy): Finding[] {
  const findings = [...ruleFindings(policy), ...rowFindings(policy)]
  return (['conflict', 'never', 'gap'] as const).flatMap((kind) => findings.filter((finding) => finding.kind === kind))
}
