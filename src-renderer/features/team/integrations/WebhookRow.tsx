import { useState } from 'react'
import type { Webhook } from '../../../../src-shared/domain/integration.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { dateTime } from '../../../ui/format.ts'
import { useDeed } from '../people/use-deed.ts'
import { AskFirst } from './AskFirst.tsx'

interface Props { webhook: Webhook; onChange: () => void; onSecret: (secret: string) => void; onGone: () => void }

/** One webhook: how it stands, in words, and what can be done. */
export function WebhookRow({ webhook, onChange, onSecret, onGone }: Props) {
  const { id, name, url, state, trouble, failingSince, lastDeliveredAt, nextTryAt } = webhook
  const { t, local, language } = useWords()
  const desk = useDesk()
  const { busy, problem, act } = useDeed()
  const [said, say] = useState<{ text: string; tone: 'success' | 'danger' } | null>(null)
  const enable = (enabled: boolean) => void act(() => desk.client.call('integrations.enableWebhook', { id, enabled }))
  const test = () => {
    say(null)
    let came: typeof trouble = null
    void act(async () => { came = (await desk.client.call('integrations.testWebhook', { id })).trouble }).then((done) => {
      // Said when it can be pressed again, not before.
      if (done) say(came === null ? { text: t('integrations.test.well'), tone: 'success' } : { text: local(came), tone: 'danger' })
    })
  }
  const newSecret = () => void act(async () => onSecret((await desk.client.call('integrations.newSecret', { id })).secret))
  const remove = () => void act(() => desk.client.call('integrations.removeWebhook', { id })).then((done) => {
    if (!done) return
    toast('said.webhook-removed', { name })
    onGone()
  })
  const isFailing = state === 'on' && trouble !== null
  return (
    <li data-testid="webhook" data-state={state}>
      <div className="link-line">
        <strong className="one-line" title={name}>{name}</strong>
        <Chip tone={state === 'paused' ? 'danger' : isFailing ? 'warning' : state === 'on' ? 'success' : 'plain'}>{t(isFailing ? 'integrations.state.failing' : `integrations.state.${state}`)}</Chip>
        <span className="small quiet one-line link-fact" title={url}>{url}</span>
        <Button busy={busy} data-testid="webhook-test" onClick={test}>{t('integrations.test')}</Button>
        <Button data-testid="webhook-change" onClick={onChange}>{t('integrations.change')}</Button>
        <Button busy={busy} data-testid="webhook-enable" onClick={() => enable(state !== 'on')}>{t(state === 'on' ? 'integrations.disable' : 'integrations.enable')}</Button>
        <AskFirst name={t('integrations.secret.new')} means={t('integrations.secret.new.means')} yes={t('integrations.secret.new')} no={t('cancel')} testId="webhook-secret" onYes={newSecret} />
        <AskFirst name={t('integrations.webhook.remove')} means={t('integrations.webhook.remove.means', { name })} yes={t('integrations.webhook.remove')} no={t('integrations.keep')} testId="webhook-remove" onYes={remove} />
      </div>
      <p role="status" className="small" data-testid="webhook-said" data-tone={said?.tone}>{said?.text}</p>
      {trouble !== null && <p className="small people-problem">{local(trouble)} {failingSince !== null && t('integrations.failing.since', { time: dateTime(failingSince, language) })} {nextTryAt !== null && t('integrations.next-try', { time: dateTime(nextTryAt, language) })}</p>}
      {state === 'paused' && <p className="small">{t('integrations.paused.means')}</p>}
      <p className="small quiet tabular">{lastDeliveredAt === null ? t('integrations.delivered.never') : t('integrations.delivered', { time: dateTime(lastDeliveredAt, language) })}</p>
      {problem !== null && <p role="alert" className="people-problem">{problem}</p>}
    </li>
  )
}
