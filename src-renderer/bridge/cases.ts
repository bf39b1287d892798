import { useQuery } from '@tanstack/react-query'
import { v7 as newId } from 'uuid'
import type { CaseRow, CaseView, EvidencePack } from '../../src-shared/contract/cases.ts'
import type { CaseAct } from '../../src-shared/domain/case.ts'
import type { DeskLanguage } from '../../src-shared/domain/text.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

/** The cases in the order of their deadlines; undefined until the engine has answered. */
export function useCases(): { rows: readonly CaseRow[] | undefined; failed: boolean; again: () => void } {
  const desk = useDesk()
  const { data, isError, refetch } = useQuery({ queryKey: [...keys.cases, 'list'], queryFn: () => desk.client.call('cases.list', {}) })
  return { rows: data?.rows, failed: isError, again: () => void refetch() }
}

export function useCase(id: string): { view: CaseView | undefined; failed: boolean; again: () => void } {
  const desk = useDesk()
  const { data, isError, refetch } = useQuery({ queryKey: [...keys.cases, 'one', id], queryFn: () => desk.client.call('case.get', { id }) })
  return { view: data, failed: isError, again: () => void refetch() }
}

/** @returns the id under which the step can be taken back */
export async function actOnCase(desk: Desk, caseId: string, act: CaseAct): Promise<string> {
  const id = newId()
  await desk.client.call('case.act', { id, caseId, act })
  return id
}

export const undoCaseAct = (desk: Desk, id: string): Promise<object> => desk.client.call('case.undo', { id })

export const readEvidence = (desk: Desk, id: string, language: DeskLanguage): Promise<EvidencePack> => desk.client.call('case.evidence', { id, language })
