import { useState } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { remember, remembered } from '../../app/memory.ts'
import { openSettings } from '../../app/screen.ts'
import { useKeys } from '../../app/use-keys.ts'
import { Button } from '../../ui/Button.tsx'

/** First run: three keys worth knowing, gone for good with one click. */
export function Hints() {
  const { t } = useWords()
  const keys = useKeys()
  const [gone, setGone] = useState(() => remembered('hints-dismissed') === 'yes')
  if (gone) return null
  const dismiss = () => {
    remember('hints-dismissed', 'yes')
    setGone(true)
  }
  return (
    <section className="hints" aria-label={t('hints.name')}>
      <ol>
        <li><kbd>{keys.next}</kbd> <span>{t('hints.queue')}</span></li>
        <li><kbd>{keys.take}</kbd> <span>{t('hints.draft')}</span></li>
        <li><kbd>{keys.search}</kbd> <span>{t('hints.search')}</span></li>
      </ol>
      <div className="hints-actions">
        <Button onClick={dismiss}>{t('hints.dismiss')}</Button>
        <Button kind="bare" onClick={() => openSettings('model')}>{t('hints.connect')}</Button>
      </div>
    </section>
  )
}
