import { gathered, titleOf } from '../../domain/workflow/outline.ts'
import { whyInWords } from '../../domain/workflow/why.ts'
import { nodeOf } from '../../../src-shared/domain/workflow.ts'
import type { WorkflowRun } from '../../store/workflow-runs.ts'
import type { Engine } from '../context.ts'
import { deskLanguage } from '../settings.ts'
import { saveNote } from '../write-note.ts'

/** Everything that a run gathered, as a note to whoever goes on. Must run inside the transaction that ends the run. */
export function noteHandOver(engine: Engine, { conversationId, flow, state }: WorkflowRun): void {
  const language = deskLanguage(engine)
  const zh = language === 'zh'
  const node = nodeOf(flow, state.node)
  const facts = gathered(flow, state).map(({ words }) => `· ${words[language]}`)
  const done = state.acted.map(({ node: id, reference }) => {
    const title = nodeOf(flow, id)
    return `· ${zh ? '已完成' : 'Done'}${zh ? '：' : ': '}${title ? titleOf(title)[language] : id}${reference === null ? '' : ` ${reference}`}`
  })
  const head = zh ? `流程「${flow.name.zh}」转人工：${whyInWords(flow, state).zh}。` : `The workflow “${flow.name.en}” hands over: ${whyInWords(flow, state).en}.`
  const at = node ? [zh ? `· 停在：${titleOf(node).zh}` : `· Stopped at: ${titleOf(node).en}`] : []
  saveNote(engine, { id: engine.newId(), conversationId, text: [head, ...facts, ...done, ...at].join('\n') }, zh ? '自动流程' : 'Workflow')
}
