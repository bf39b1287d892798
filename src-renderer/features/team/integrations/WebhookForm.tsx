import { useState, type FormEvent } from 'react'
import { v7 as newId } from 'uuid'
import { EVENT_TYPES, type Webhook, WEBHOOK_URL_MAX, type WebhookFields } from '../../../../src-shared/domain/integration.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { Line, Toggle } from '../../settings/fields.tsx'
import { useDeed } from '../people/use-deed.ts'
import { Ticks } from './Ticks.tsx'

const NEW: WebhookFields = { name: '', url: '', events: ['conversation.opened', 'conversation.resolved', 'ticket.changed', 'effect.done'], words: false, ownNetwork: false }

interface Props { known: Webhook | null; onDone: () => void; onSecret: (name: string, secret: string) => void }

/** Where another system is told, of what, and how much. A new one gets a secret, which is shown once. */
export function WebhookForm({ known, onDone, onSecret }: Props) {
  const { t } = useWords()
  const desk = useDesk()
  const { busy, problem, act } = useDeed()
  const [id] = useState<string>(() => known?.id ?? newId())
  const [fields, setFields] = useState<WebhookFields>(() => (known === null ? NEW : { name: known.name, url: known.url, events: known.events, words: known.words, ownNetwork: known.ownNetwork }))
  const set = (change: Partial<WebhookFields>) => setFields((before) => ({ ...before, ...change }))
  const isReady = fields.name.trim() !== '' && fields.url.trim() !== '' && fields.events.length > 0
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    void act(async () => {
      const { secret } = await desk.client.call('integrations.saveWebhook', { ...fields, id, name: fields.name.trim(), url: fields.url.trim() })
      if (secret === null) onDone()
      else onSecret(fields.name.trim(), secret)
    })
  }
  const title = t(known === null ? 'integrations.webhook.add' : 'integrations.webhook.change')
  return (
    <form className="integration-form" onSubmit={onSubmit} aria-label={title} data-testid="webhook-form">
      <h3>{title}</h3>
      <Line label={t('integrations.key.name')} htmlFor="webhook-name">
        <input id="webhook-name" className="field" required maxLength={60} autoFocus value={fields.name} onChange={(event) => set({ name: event.target.value })} />
      </Line>
      <Line label={t('integrations.webhook.url')} htmlFor="webhook-url" help={t('integrations.webhook.url.help')}>
        <input id="webhook-url" className="field" dir="ltr" inputMode="url" required spellCheck={false} maxLength={WEBHOOK_URL_MAX} placeholder="https://" value={fields.url} aria-describedby="webhook-url-help" onChange={(event) => set({ url: event.target.value })} />
      </Line>
      <Ticks legend={t('integrations.events')} options={EVENT_TYPES.map((type) => [type, t(`integrations.event.${type}`)])} chosen={fields.events} onChange={(events) => set({ events })} />
      <Toggle label={t('integrations.words')} on={fields.words} help={t('integrations.words.help')} onChange={(words) => set({ words })} />
      <Toggle label={t('integrations.own-network')} on={fields.ownNetwork} help={t('integrations.own-network.help')} onChange={(ownNetwork) => set({ ownNetwork })} />
      {problem !== null && <p role="alert" className="people-problem">{problem}</p>}
      <p className="people-keys">
        <Button kind="primary" type="submit" busy={busy} disabled={!isReady} data-testid="webhook-save">{t('save')}</Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </p>
    </form>
  )
}
