import { useState } from 'react'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { toast } from '../../app/screen.ts'
import { readEvidence } from '../../bridge/cases.ts'
import { useDesk } from '../../bridge/hooks.ts'

/** Makes the evidence pack of a case; the shell asks where it is to lie. */
export function usePack(id: string): { busy: boolean; save: () => void } {
  const desk = useDesk()
  const { language } = useWords()
  const [busy, setBusy] = useState(false)
  const save = (): void => {
    if (busy) return
    setBusy(true)
    readEvidence(desk, id, language)
      .then((pack) => window.deskmate?.saveEvidence(pack))
      .then((outcome) => {
        if (outcome === 'saved') toast('said.pack.saved')
        if (outcome === 'failed') toast('said.pack.failed', { tone: 'danger' })
      })
      .catch(report)
      .finally(() => setBusy(false))
  }
  return { busy, save }
}
