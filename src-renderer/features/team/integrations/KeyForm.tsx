import { useState, type FormEvent } from 'react'
import { v7 as newId } from 'uuid'
import { API_SCOPES, type ApiScope } from '../../../../src-shared/domain/integration.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { gatewayNow } from '../../../bridge/actions.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choice, Line } from '../../settings/fields.tsx'
import { useDeed } from '../people/use-deed.ts'
import { Ticks } from './Ticks.tsx'

const DAY_MS = 24 * 3_600_000
const ENDS = { quarter: 90 * DAY_MS, year: 365 * DAY_MS, never: null } as const
type End = keyof typeof ENDS

/** A new key: what it is for, what it opens, and until when. */
export function KeyForm({ onCancel, onMade }: { onCancel: () => void; onMade: (name: string, key: string) => void }) {
  const { t } = useWords()
  const desk = useDesk()
  const { busy, problem, act } = useDeed()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly ApiScope[]>([])
  const [end, setEnd] = useState<End>('year')
  const isReady = name.trim() !== '' && scopes.length > 0
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const lasts = ENDS[end]
    void act(async () => {
      const { key } = await desk.client.call('integrations.makeKey', { id: newId(), name: name.trim(), scopes: [...scopes], expiresAt: lasts === null ? null : gatewayNow(desk) + lasts })
      onMade(name.trim(), key)
    })
  }
  return (
    <form className="integration-form" onSubmit={onSubmit} aria-label={t('integrations.key.add')} data-testid="key-form">
      <h3>{t('integrations.key.add')}</h3>
      <Line label={t('integrations.key.name')} htmlFor="key-name" help={t('integrations.key.name.help')}>
        <input id="key-name" className="field" required maxLength={60} autoFocus value={name} aria-describedby="key-name-help" onChange={(event) => setName(event.target.value)} />
      </Line>
      <Ticks legend={t('integrations.scopes')} options={API_SCOPES.map((scope) => [scope, t(`integrations.scope.${scope}`)])} chosen={scopes} onChange={setScopes} />
      <Choice legend={t('integrations.key.end')} value={end} options={(Object.keys(ENDS) as End[]).map((each) => [each, t(`integrations.key.end.${each}`)])} onChange={setEnd} />
      {problem !== null && <p role="alert" className="people-problem">{problem}</p>}
      <p className="people-keys">
        <Button kind="primary" type="submit" busy={busy} disabled={!isReady} data-testid="key-make">{t('integrations.key.make')}</Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </p>
    </form>
  )
}
