import { nodeOf, type Workflow, type WorkflowNode } from '../../../src-shared/domain/workflow.ts'
import type { RunState } from '../../../src-shared/domain/workflow-run.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'

const WHY: Readonly<Record<string, LocalText>> = {
  'person-wanted': { zh: '顾客要找人工', en: 'the customer asked for a person' },
  danger: { zh: '内容需要人来看', en: 'what was written needs a person' },
  claimed: { zh: '顾客说有人答应过', en: 'the customer says that somebody allowed it' },
  angry: { zh: '顾客生气了', en: 'the customer is angry' },
  escalation: { zh: '顾客可能要升级投诉', en: 'the customer may be about to escalate' },
  'person-topic': { zh: '说到了一直由人处理的事', en: 'it turned to a matter that is always a person’s' },
  'asked-else': { zh: '顾客问了别的事', en: 'the customer asked something else' },
  'not-understood': { zh: '问了两次没得到答复', en: 'asked twice without an answer' },
  silent: { zh: '顾客没有回复', en: 'the customer did not answer' },
  no: { zh: '顾客没有确认', en: 'the customer did not agree' },
  qualified: { zh: '顾客同意了，但另有要求', en: 'the customer agrees to something else' },
  failed: { zh: '问了两次没得到答复', en: 'asked twice without an answer' },
  'not-found': { zh: '没有查到', en: 'it was not to be found' },
  'unknown-value': { zh: '缺一项信息', en: 'something is missing' },
  'other-order': { zh: '顾客说的是另一单', en: 'the customer means another order' },
  'changed-after-done': { zh: '操作之后顾客改口了', en: 'the customer changed their mind after it was done' },
  'withdrawn-late': { zh: '操作之后顾客说不用了', en: 'the customer wanted it no more after it was done' },
  'wrote-meanwhile': { zh: '处理期间顾客又写了', en: 'the customer wrote while it was being done' },
  guard: { zh: '要说的话没有通过检查', en: 'its words did not pass the guard' },
  paused: { zh: '自动处理被关停', en: 'autopilot was stopped' },
  'taken-over': { zh: '由人接手', en: 'taken over by a person' },
  'person-replied': { zh: '已有人回复', en: 'a person has replied' },
  'person-typing': { zh: '有人在写回复', en: 'a person is writing' },
  'by-person': { zh: '回复被人撤下', en: 'a person stopped the reply' },
  resolved: { zh: '会话已结束', en: 'the conversation was resolved' },
  lease: { zh: '别的座席在处理', en: 'another seat has the conversation' },
  'too-old': { zh: '等得太久', en: 'it waited too long' },
  'no-way-to-act': { zh: '这台机器还不能执行操作', en: 'this desk cannot act yet' },
  'review-rejected': { zh: '主管没有同意', en: 'a supervisor said no' },
  'review-expired': { zh: '审核超时，没有人决定', en: 'nobody decided the review in time' },
  'review-outdated': { zh: '审核期间客户又写了', en: 'the customer wrote while it was looked at' },
  'review-withdrawn': { zh: '审核被撤回', en: 'the review was called off' },
  review: { zh: '到这一步要人审核', en: 'a person is to look at it here' },
  declined: { zh: '审核没有通过', en: 'the review said no' },
}

/** Why a run ended at a step, in words. @param reason a code, as `RunState.reason` */
export function whyEnded(at: WorkflowNode | null, reason: string | null): LocalText {
  if (reason === 'planned' && at?.type === 'hand-over') return at.reason
  if (reason?.startsWith('refused:')) return { zh: '店铺系统没有接受这个操作', en: 'the shop’s system did not accept it' }
  if (reason?.startsWith('policy:')) return { zh: '策略要求由人处理', en: 'the policy wants a person for it' }
  return WHY[reason ?? ''] ?? { zh: '需要人来看', en: 'a person has to look' }
}

/** Why a run was handed over, in words. */
export const whyInWords = (flow: Workflow, { node, reason }: RunState): LocalText => whyEnded(nodeOf(flow, node), reason)
