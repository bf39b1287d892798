import { useState } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { KEYS } from '../../app/keymap.ts'
import { remember, remembered } from '../../app/memory.ts'
import { patchScreen } from '../../app/screen.ts'
import { Button } from '../../ui/Button.tsx'

/** First run: four keys worth knowing, gone for good with one click. */
export function Hints() {
  const { t } = useWords()
  const [gone, setGone] = useState(() => remembered('hints-dismissed') === 'yes')
  if (gone) return null
  const dismiss = () => {
    remember('hints-dismissed', 'yes')
    setGone(true)
  }
  return (
    <section className="hints" aria-label={t('hints.name')}>
      <ol>
        <li><kbd>{KEYS.next}</kbd> <span>{t('hints.queue')}</span></li>
        <li><kbd>{KEYS.write}</kbd> <span>{t('hints.write')}</span></li>
        <li><kbd>{KEYS.take}</kbd> <span>{t('hints.draft')}</span></li>
        <li><kbd>{KEYS.help}</kbd> <span>{t('hints.help')}</span></li>
      </ol>
      <div className="hints-actions">
        <Button onClick={dismiss}>{t('hints.dismiss')}</Button>
        <Button kind="bare" onClick={() => patchScreen({ dialog: 'settings' })}>{t('hints.connect')}</Button>
      </div>
    </section>
  )
}
