import { useState } from 'react'
import type { CallResult } from '../../../../src-shared/contract/calls.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { replay } from '../../../bridge/autonomy.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'

/** Decides all recorded decisions again, and says how many come out the same. */
export function Replay() {
  const { t } = useWords()
  const desk = useDesk()
  const [told, setTold] = useState<CallResult<'autonomy.replay'> | null>(null)
  const words = told === null ? '' : told.all === 0 ? t('levels.replay.none') : t(told.same === told.all ? 'levels.replay.same' : 'levels.replay.different', { same: told.same, all: told.all, different: told.all - told.same })
  return (
    <p className="replay small">
      <Button onClick={() => void replay(desk).then(setTold, report)}>{t('levels.replay')}</Button> <span role="status" data-testid="replay">{words}</span>
    </p>
  )
}
