import { leadsTo, nodeOf, portsOf, type Workflow, type WorkflowNode } from '../../../src-shared/domain/workflow.ts'
import type { RunState, RunView } from '../../../src-shared/domain/workflow-run.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { inWords } from './gaps.ts'

/** Steps shown ahead; further on nobody knows which way it goes. */
const AHEAD = 4

const KINDS: Readonly<Record<WorkflowNode['type'], LocalText>> = {
  trigger: { zh: '开始', en: 'Begin' }, condition: { zh: '判断', en: 'Decide' }, branch: { zh: '分支', en: 'Choose' }, 'look-up': { zh: '查询', en: 'Look up' }, message: { zh: '消息', en: 'Say' },
  question: { zh: '提问', en: 'Ask' }, action: { zh: '操作', en: 'Act' }, 'sub-flow': { zh: '子流程', en: 'Sub-flow' }, wait: { zh: '等待', en: 'Wait' }, review: { zh: '人审核', en: 'Review' },
  'hand-over': { zh: '转人工', en: 'To a person' }, end: { zh: '结束', en: 'End' },
}

export const titleOf = (node: WorkflowNode): LocalText => node.title ?? KINDS[node.type]

/** What a run has done, does, and is likely to do next. */
export function outline(flow: Workflow, state: RunState): RunView['steps'] {
  const isOver = state.phase === 'ended'
  const passed = state.trail.flatMap(({ node: id, at }, index) => {
    const node = nodeOf(flow, id)
    if (!node || node.type === 'trigger') return []
    const place = !isOver && index === state.trail.length - 1 ? ('now' as const) : ('done' as const)
    return [{ node: id, type: node.type, title: titleOf(node), at, place }]
  })
  return isOver ? passed : [...passed, ...ahead(flow, state.node)]
}

function ahead(flow: Workflow, from: string): RunView['steps'] {
  const found: RunView['steps'] = []
  let at: string | null = from
  while (at !== null && found.length < AHEAD) {
    const node: WorkflowNode | null = nodeOf(flow, at)
    const first: string | undefined = node ? portsOf(node)[0]?.name : undefined
    at = node && first ? leadsTo(flow, node.id, first) : null
    const next = at === null ? null : nodeOf(flow, at)
    if (next) found.push({ node: next.id, type: next.type, title: titleOf(next), at: null, place: 'next' })
  }
  return found
}

/** What was found out, by the title of the step that found it; look-ups are left out, the order's card shows them. */
export function gathered(flow: Workflow, state: RunState): RunView['gathered'] {
  return Object.entries(state.values).flatMap(([name, value]) => {
    if (name.includes('.') || value.type === 'yes-no') return []
    const node = nodeOf(flow, state.from[name] ?? '')
    const title = node ? titleOf(node) : { zh: name, en: name }
    const choice = node?.type === 'question' && value.type === 'choice' ? node.choices?.find((one) => one.value === value.value)?.title : undefined
    return [{ name, words: { zh: `${title.zh}：${choice?.zh ?? inWords(value, 'zh')}`, en: `${title.en}: ${choice?.en ?? inWords(value, 'en')}` } }]
  })
}
