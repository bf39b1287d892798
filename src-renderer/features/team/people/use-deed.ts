import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { keys } from '../../../bridge/cache.ts'
import { sayOf } from '../../../bridge/call-error.ts'

/** Does something at the gateway: says in words why it failed, and asks for everything about the team anew where it did not. */
export function useDeed(): { busy: boolean; problem: string | null; act: (work: () => Promise<unknown>) => Promise<boolean> } {
  const { t, language } = useWords()
  const cache = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  return {
    busy, problem,
    act: async (work) => {
      setBusy(true)
      setProblem(null)
      try {
        await work()
        await cache.invalidateQueries({ queryKey: keys.team })
        return true
      } catch (thrown) {
        setProblem(sayOf(thrown, language) ?? t('said.failed'))
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
