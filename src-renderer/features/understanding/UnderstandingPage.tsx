import { useState } from 'react'
import { report as reportError } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { drawMessages, measureAgain } from '../../bridge/understanding.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { CheckRound } from './CheckRound.tsx'
import { Measures } from './Measures.tsx'
import { begin, type Round } from './round.ts'
import './understanding.css'

/** Messages of one round: about two minutes of work. */
const ROUND = 20

/** How well the desk understands this shop's customers, and a round of checking that tells. */
export function UnderstandingPage() {
  const { t } = useWords()
  const desk = useDesk()
  const [round, setRound] = useState<Round | null>(null)
  const start = () => {
    drawMessages(desk, ROUND).then((cards) => setRound(cards.length > 0 ? begin(cards) : null), reportError)
  }
  const stop = () => {
    setRound(null)
    void measureAgain(desk)
  }
  return (
    <Dialog look="understanding" title={t('understanding')} closeName={t('close')} onClose={() => (round ? stop() : patchScreen({ dialog: null }))}>
      {round ? <CheckRound round={round} onRound={setRound} onStop={stop} /> : <Measures onCheck={start} />}
    </Dialog>
  )
}
