import { useEffect, useRef } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { Button } from '../../ui/Button.tsx'
import type { Did } from './use-did.ts'

interface Props {
  did: Did | null
  onBack: () => void
  /** The keys of the page, while nothing was done. */
  keys: string
  /** Nothing else is left on the page: the way back has the focus. */
  alone: boolean
}

/** What was just done, with the way back. Its line is always there, so that nothing moves. */
export function DidLine({ did, onBack, keys, alone }: Props) {
  const { t } = useWords()
  const undo = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (alone) undo.current?.focus()
  }, [alone, did])
  return (
    <p className="learning-did small" role="status" data-testid="did">
      {did ? <>{t(did.words)} {did.undo && <Button ref={undo} data-testid="did-undo" onClick={onBack}>{t('undo')} <kbd>Alt Z</kbd></Button>}</> : <span className="quiet">{keys}</span>}
    </p>
  )
}
