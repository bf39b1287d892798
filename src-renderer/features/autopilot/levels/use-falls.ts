import { useEffect } from 'react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { useNames } from './use-names.ts'

/** Says when autopilot fell back to suggesting, with its reason. */
export function useFalls(): void {
  const { t } = useWords()
  const names = useNames()
  const desk = useDesk()
  useEffect(() => desk.hearFalls(({ scope, name, why }) => {
    toast('said.level-fell', { name: names(scope, name), values: { why: t(`hold.why.${why}`) } })
  }), [desk, names, t])
}
