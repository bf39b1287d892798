import fs from 'node:fs'
import path from 'node:path'
import type { Workflow } from '../../src-shared/domain/workflow.ts'
import { expand } from '../domain/workflow/expand.ts'
import { readWorkflow } from '../domain/workflow/read-workflow.ts'
import { parseWorkflows } from '../domain/workflow/templates.ts'
import { fromCaller } from './lines.ts'

/**
 * The workflow that `--workflow` names: one that ships by its id, else a file; with its sub-flows in place.
 * @param resources the folder with what ships @throws Error with one sentence, naming the step that is wrong
 */
export function workflowOf(named: string, resources: string): Workflow {
  const folder = path.join(resources, 'workflows')
  const shipped = new Map(parseWorkflows(fs.readdirSync(folder).filter((file) => file.endsWith('.json')).sort().map((file) => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as unknown)).map((one) => [one.id, one]))
  const library = (id: string): Workflow | null => shipped.get(id) ?? null
  const whole = (one: Workflow): Workflow => {
    const flow = expand(one, library)
    if (flow === null) throw new Error(`--workflow ${named}: a part of it is missing`)
    return flow
  }
  const own = library(named)
  if (own) return whole(own)
  const file = fromCaller(named)
  if (!fs.existsSync(file)) throw new Error(`--workflow ${named}: there is no such file, and these ship: ${[...shipped.keys()].join(', ')}`)
  const { workflow, problems } = readWorkflow(JSON.parse(fs.readFileSync(file, 'utf8')), library)
  const [problem] = problems
  if (workflow === null || problem) throw new Error(`--workflow ${named}: ${problem ? JSON.stringify(problem) : 'no workflow'}`)
  return whole(workflow)
}
