import { useWords } from '../../app/i18n/use-words.ts'
import type { Asked } from '../../bridge/learning.ts'
import { Button } from '../../ui/Button.tsx'

/** In place of what could not be read, or is being counted. */
export function Missing({ asked }: { asked: Asked<unknown> }) {
  const { t } = useWords()
  if (asked.failed) return <div className="empty" role="alert"><p>{t('learning.failed')}</p><Button onClick={asked.again}>{t('again')}</Button></div>
  return <p className="learning-wait quiet" aria-busy="true">{t('learning.counting')}</p>
}
