import type { Settings } from '../src-shared/contract/desk.ts'
import type { WorkflowCalls } from '../src-shared/contract/workflows.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { pauseRun, reviewRun, takeOverRun } from './flows/workflows/control-run.ts'
import { checkHere, getWorkflow, listWorkflows, readFile, restoreWorkflow, saveWorkflow, setWorkflowLevel } from './flows/workflows/edit-workflows.ts'
import { knownHere, partsOfSteps, refusedHere } from './flows/workflows/draw-workflow.ts'
import { viewRun } from './flows/workflows/view-run.ts'

/** What the window may ask about workflows. */
export function workflowHandlers(engine: Engine, settings: () => Settings): Pick<Handlers, keyof WorkflowCalls> {
  return {
    'workflow.list': () => listWorkflows(engine),
    'workflow.get': ({ id }) => getWorkflow(engine, id),
    'workflow.check': ({ workflow }) => ({ problems: checkHere(engine, workflow).problems }),
    'workflow.save': async ({ workflow, basedOn }) => ({ workflow: await saveWorkflow(engine, workflow, settings().agentName, basedOn) }),
    'workflow.parts': () => partsOfSteps(),
    'workflow.known': ({ workflow }) => ({ known: knownHere(workflow) }),
    'workflow.refusals': ({ workflow, from, port }) => ({ refused: refusedHere(workflow, from, port) }),
    'workflow.read': ({ text }) => readFile(engine, text),
    'workflow.restore': async ({ id, version }) => ({ workflow: await restoreWorkflow(engine, id, version, settings().agentName) }),
    'workflow.setLevel': async ({ id, level }) => {
      await setWorkflowLevel(engine, id, level, settings().agentName)
      return {}
    },
    'workflow.run': ({ conversationId }) => ({ run: viewRun(engine, conversationId) }),
    'workflow.control': async ({ runId, wish }) => {
      if (wish === 'take-over') takeOverRun(engine, runId)
      else if (wish === 'hold' || wish === 'resume') pauseRun(engine, runId, wish === 'hold')
      else await reviewRun(engine, runId, wish === 'approve')
      return {}
    },
  }
}
