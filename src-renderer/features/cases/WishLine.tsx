import { Hourglass } from 'lucide-react'
import type { CaseWish } from '../../../src-shared/domain/case-wish.ts'
import { report } from '../../app/do.ts'
import { focusRow } from '../../app/focus.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { undoCaseAct } from '../../bridge/cases.ts'
import { useDesk, useDeskState } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { useNow } from '../../ui/now.ts'

/** What is on its way, and the way back while there is one. */
export function WishLine({ wish }: { wish: CaseWish }) {
  const { t } = useWords()
  const desk = useDesk()
  const state = useDeskState()
  const offset = state?.clockOffset ?? 0
  const seconds = useNow((now) => Math.max(0, Math.ceil((wish.sendAt - now - offset) / 1000)))
  const offline = state?.link.state === 'offline'
  const text = wish.state === 'undo' && seconds > 0 ? t(wish.by.kind === 'autopilot' ? 'case.wish.auto' : 'case.wish.undo', { seconds }) : t(offline ? 'case.wish.line' : 'case.wish.sending')
  const stop = (): void => {
    undoCaseAct(desk, wish.id).catch(report)
    focusRow()
  }
  return (
    <>
      <p className="case-wish"><Hourglass size={14} aria-hidden /> {text}</p>
      {wish.state === 'undo' && <Button onClick={stop}>{t('case.wish.stop')}</Button>}
    </>
  )
}
