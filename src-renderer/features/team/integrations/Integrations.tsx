import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { KeyRound, Webhook as WebhookIcon } from 'lucide-react'
import type { Webhook } from '../../../../src-shared/domain/integration.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useIntegrations } from '../../../bridge/integrations.ts'
import { useMay } from '../../../bridge/people.ts'
import { Button } from '../../../ui/Button.tsx'
import { CopyField } from './CopyField.tsx'
import { KeyForm } from './KeyForm.tsx'
import { KeyRow } from './KeyRow.tsx'
import { Refused } from './Refused.tsx'
import { ShownOnce } from './ShownOnce.tsx'
import { WebhookForm } from './WebhookForm.tsx'
import { WebhookRow } from './WebhookRow.tsx'
import './integrations.css'

type Open = { kind: 'key' } | { kind: 'webhook'; known: Webhook | null } | { kind: 'secret'; of: 'key' | 'webhook'; name: string; secret: string } | null

/** The shop's other systems: keys by which they read and write, and webhooks by which they are told. */
export function Integrations() {
  const { t } = useWords()
  const may = useMay('administer')
  const { data, isError, refetch } = useIntegrations(may)
  const [open, setOpen] = useState<Open>(null)
  const addKey = useRef<HTMLButtonElement>(null)
  const addWebhook = useRef<HTMLButtonElement>(null)
  if (!may) return <p className="quiet">{t('integrations.admins')}</p>
  if (isError) return <p role="alert" className="people-problem">{t('integrations.offline')} <Button onClick={() => void refetch()}>{t('again')}</Button></p>
  if (data === undefined) return null
  const close = (of: 'key' | 'webhook') => {
    // The button is there again only after the page was drawn.
    flushSync(() => setOpen(null))
    ;(of === 'key' ? addKey : addWebhook).current?.focus()
  }
  if (open?.kind === 'key') return <KeyForm onCancel={() => close('key')} onMade={(name, secret) => setOpen({ kind: 'secret', of: 'key', name, secret })} />
  if (open?.kind === 'webhook') return <WebhookForm known={open.known} onDone={() => close('webhook')} onSecret={(name, secret) => setOpen({ kind: 'secret', of: 'webhook', name, secret })} />
  if (open?.kind === 'secret') return <ShownOnce of={open.of} name={open.name} secret={open.secret} onDone={() => close(open.of)} />
  return (
    <div className="integrations">
      <section aria-label={t('integrations.keys')}>
        <div className="people-head">
          <div><h3>{t('integrations.keys')}</h3><p className="quiet small">{t('integrations.keys.about')}</p></div>
          <Button ref={addKey} kind="primary" icon={<KeyRound size={16} aria-hidden />} data-testid="key-add" onClick={() => setOpen({ kind: 'key' })}>{t('integrations.key.add')}</Button>
        </div>
        {data.keys.length === 0 ? <p className="quiet" data-testid="keys-none">{t('integrations.keys.none')}</p>
          : <ul className="links" data-testid="keys">{data.keys.map((key) => <KeyRow key={key.id} info={key} onGone={() => addKey.current?.focus()} />)}</ul>}
        <CopyField id="api-url" label={t('integrations.url')} value={data.apiUrl} help={t(data.isPublic ? 'integrations.url.public' : 'integrations.url.local')} />
      </section>
      <section aria-label={t('integrations.webhooks')}>
        <div className="people-head">
          <div><h3>{t('integrations.webhooks')}</h3><p className="quiet small">{t('integrations.webhooks.about')}</p></div>
          <Button ref={addWebhook} icon={<WebhookIcon size={16} aria-hidden />} data-testid="webhook-add" onClick={() => setOpen({ kind: 'webhook', known: null })}>{t('integrations.webhook.add')}</Button>
        </div>
        {data.webhooks.length === 0 ? <p className="quiet" data-testid="webhooks-none">{t('integrations.webhooks.none')}</p> : (
          <ul className="links" data-testid="webhooks">
            {data.webhooks.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} onChange={() => setOpen({ kind: 'webhook', known: webhook })} onSecret={(secret) => setOpen({ kind: 'secret', of: 'webhook', name: webhook.name, secret })} onGone={() => addWebhook.current?.focus()} />
            ))}
          </ul>
        )}
        <Refused letters={data.letters} onGone={() => addWebhook.current?.focus()} />
      </section>
    </div>
  )
}
