import { useWords } from '../../app/i18n/use-words.ts'
import { Button } from '../../ui/Button.tsx'
import type { Did } from './use-did.ts'

/** What was just done, with the way back. Its line is always there, so that nothing moves. */
export function DidLine({ did, onBack, keys }: { did: Did | null; onBack: () => void; keys: string }) {
  const { t } = useWords()
  return (
    <p className="learning-did small" role="status" data-testid="did">
      {did ? <>{t(did.words)} {did.undo && <Button data-testid="did-undo" onClick={onBack}>{t('undo')} <kbd>Alt Z</kbd></Button>}</> : <span className="quiet">{keys}</span>}
    </p>
  )
}
