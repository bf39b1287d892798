import { useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { CallResult } from '../../src-shared/contract/calls.ts'
import type { KnownValue, RefusedLine } from '../../src-shared/contract/workflow-picture.ts'
import type { Problem } from '../../src-shared/domain/workflow-problem.ts'
import type { Workflow } from '../../src-shared/domain/workflow.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

/** What steps can be made of; null until the engine has answered. It is the same as long as the desk runs. */
export function useParts(): CallResult<'workflow.parts'> | null {
  const desk = useDesk()
  const { data } = useQuery({ queryKey: [...keys.workflows, 'parts'], queryFn: () => desk.client.call('workflow.parts', {}), staleTime: Infinity })
  return data ?? null
}

/** The engine's answer about a workflow as it is now; the last one stands until the next comes. */
function useAnswer<Answer>(workflow: Workflow, before: Answer, ask: (desk: Desk, workflow: Workflow) => Promise<Answer>): Answer {
  const desk = useDesk()
  const [answer, setAnswer] = useState<Answer>(before)
  useEffect(() => {
    let isLast = true
    ask(desk, workflow).then((one) => { if (isLast) setAnswer(one) }, () => undefined)
    return () => { isLast = false }
  }, [desk, workflow, ask])
  return answer
}

const NO_PROBLEMS: readonly Problem[] = []
const askProblems = async (desk: Desk, workflow: Workflow): Promise<readonly Problem[]> => (await desk.client.call('workflow.check', { workflow })).problems

/** What keeps a workflow from being saved, as the engine sees it. */
export const useProblems = (workflow: Workflow): readonly Problem[] => useAnswer(workflow, NO_PROBLEMS, askProblems)

const NOTHING_KNOWN: Readonly<Record<string, readonly KnownValue[]>> = {}
const askKnown = async (desk: Desk, workflow: Workflow): Promise<Readonly<Record<string, readonly KnownValue[]>>> => (await desk.client.call('workflow.known', { workflow })).known

/** What is known at each step that is reached. */
export const useKnown = (workflow: Workflow): Readonly<Record<string, readonly KnownValue[]>> => useAnswer(workflow, NOTHING_KNOWN, askKnown)

/** Where a way out may not lead. */
export const refusalsOf = async (desk: Desk, workflow: Workflow, from: string, port: string): Promise<readonly RefusedLine[]> => (await desk.client.call('workflow.refusals', { workflow, from, port })).refused
