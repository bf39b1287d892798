import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { CopyField } from './CopyField.tsx'

/** A key or a secret, this one time. */
export function ShownOnce({ of, name, secret, onDone }: { of: 'key' | 'webhook'; name: string; secret: string; onDone: () => void }) {
  const { t } = useWords()
  return (
    <div className="integration-form" data-testid="shown-once">
      <h3>{t(`integrations.once.${of}`, { name })}</h3>
      <CopyField id="once" label={t(`integrations.once.${of}.label`)} value={secret} help={t(`integrations.once.${of}.help`)} isFirst />
      <p className="people-keys"><Button data-testid="once-done" onClick={onDone}>{t('integrations.once.done')}</Button></p>
    </div>
  )
}
