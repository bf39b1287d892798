import { Workflow } from '../../../src-shared/domain/workflow.ts'

/** The workflows that ship, in the order of their files. @throws when one is malformed, naming which */
export function parseWorkflows(files: readonly unknown[]): Workflow[] {
  return files.map((file, at) => {
    const parsed = Workflow.safeParse(file)
    if (!parsed.success) throw new Error(`workflow ${at + 1}: ${parsed.error.message}`)
    return parsed.data
  })
}
