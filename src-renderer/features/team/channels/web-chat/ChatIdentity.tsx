import { useState } from 'react'
import { useWords } from '../../../../app/i18n/use-words.ts'
import { sayOf } from '../../../../bridge/call-error.ts'
import { changeLine } from '../../../../bridge/channels.ts'
import { useDesk } from '../../../../bridge/hooks.ts'
import { Button } from '../../../../ui/Button.tsx'
import { CopyLine } from './CopyLine.tsx'

/** The secret with which the shop signs who its customers are. It is shown this once. */
export function ChatIdentity({ since }: { since: number | null }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const [secret, setSecret] = useState<string | null>(null)
  const [asking, setAsking] = useState<'new' | 'drop' | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const run = async (work: () => Promise<void>) => {
    setAsking(null)
    await work().then(() => setSaid(null), (error: unknown) => setSaid(sayOf(error, language) ?? t('said.failed')))
  }
  const make = () => run(async () => setSecret((await changeLine(desk, 'webChat.newSecret', {})).secret))
  const drop = () => run(async () => {
    await changeLine(desk, 'webChat.dropSecret', {})
    setSecret(null)
  })
  return (
    <section className="web-chat-part" aria-labelledby="web-chat-identity">
      <h4 id="web-chat-identity">{t('webchat.identity')}</h4>
      <p className="quiet small">{t('webchat.identity.help')}</p>
      <p className="small">{since === null ? t('webchat.identity.off') : t('webchat.identity.since', { at: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(since) })}</p>
      {secret !== null && <><CopyLine text={secret} label={t('webchat.identity.secret')} testId="identity-secret" /><p className="small">{t('webchat.identity.once')}</p></>}
      <p className="connection-buttons">
        <Button data-testid="identity-new" onClick={() => { if (since === null) void make(); else setAsking('new') }}>{t(since === null ? 'webchat.identity.make' : 'webchat.identity.renew')}</Button>
        {since !== null && <Button onClick={() => setAsking('drop')}>{t('webchat.identity.drop')}</Button>}
      </p>
      {asking !== null && (
        <div className="line-remove" role="group" aria-label={t('webchat.identity')}>
          <p className="small">{t(asking === 'new' ? 'webchat.identity.renew.means' : 'webchat.identity.drop.means')}</p>
          <Button kind="primary" onClick={() => void (asking === 'new' ? make() : drop())}>{t(asking === 'new' ? 'webchat.identity.renew' : 'webchat.identity.drop')}</Button>
          <Button autoFocus onClick={() => setAsking(null)}>{t('setup.remove.keep')}</Button>
        </div>
      )}
      {said !== null && <p role="alert" className="small">{said}</p>}
    </section>
  )
}
