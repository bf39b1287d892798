import { X } from 'lucide-react'
import type { OwnWords } from '../../../src-shared/contract/writing.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Button } from '../../ui/Button.tsx'

/** Over a translation that is about to be sent: what the agent wrote. Both are seen before it goes. */
export function OwnWordsLine({ words, onForget }: { words: OwnWords | null; onForget: () => void }) {
  const { t } = useWords()
  if (!words) return null
  return (
    <div className="own-words small" data-testid="own-words" title={t('own-words.note')}>
      <p dir="auto"><b>{t('own-words')}</b> {words.text}</p>
      <Button kind="bare" icon={<X size={13} aria-hidden />} name={t('own-words.forget')} onClick={onForget} />
    </div>
  )
}
