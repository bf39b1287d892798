import { openDisposition } from '../../app/do-work.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import type { Toast } from '../../app/screen.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'

/** How the conversation ended, as the desk thinks, and the way to say otherwise. */
export function ToastEnd({ end }: { end: NonNullable<Toast['end']> }) {
  const { t } = useWords()
  const keys = useKeys()
  const desk = useDesk()
  if (!end.disposition) return null
  return (
    <>
      <b data-testid="toast-end">{t(`disposition.${end.disposition}`)}</b>
      <Button onClick={() => openDisposition(desk)}>{t('disposition.change')} {keys.disposition && <kbd>{keys.disposition}</kbd>}</Button>
    </>
  )
}
