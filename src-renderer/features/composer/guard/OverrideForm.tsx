import { useState } from 'react'
import { OVERRIDE_REASON_MAX, OVERRIDE_REASON_MIN } from '../../../../src-shared/domain/protects.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'

/** Why stopped words go all the same; kept in the record. */
export function OverrideForm({ act, onReason, onCancel }: { act: 'send' | 'copy'; onReason: (reason: string) => void; onCancel: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const isEnough = reason.trim().length >= OVERRIDE_REASON_MIN
  return (
    <form className="stopped-reason" onSubmit={(event) => { event.preventDefault(); if (isEnough) onReason(reason.trim()) }}>
      <label>
        <span className="small">{t(`stopped.reason.${act}`, { count: OVERRIDE_REASON_MIN })}</span>
        <input className="field" autoFocus maxLength={OVERRIDE_REASON_MAX} value={reason} data-testid="stopped-reason" onChange={(event) => setReason(event.target.value)} />
      </label>
      <Button type="submit" disabled={!isEnough} data-testid="stopped-go">{t(`stopped.go.${act}`)} <kbd>Enter</kbd></Button>
      <Button kind="bare" onClick={onCancel}>{t('stopped.cancel')} <kbd>Esc</kbd></Button>
    </form>
  )
}
