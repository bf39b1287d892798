import { useState } from 'react'
import type { WebhookLetter } from '../../../../src-shared/domain/integration.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'
import { useDeed } from '../people/use-deed.ts'

/** What other systems refused for good: sent once more, or left. */
export function Refused({ letters, onGone }: { letters: readonly WebhookLetter[]; onGone: () => void }) {
  const { t, local, language } = useWords()
  const desk = useDesk()
  const { busy, problem, act } = useDeed()
  const [said, say] = useState<string | null>(null)
  const resend = (id: string) => void act(async () => {
    const { trouble } = await desk.client.call('integrations.resend', { id })
    say(trouble === null ? t('integrations.resent') : local(trouble))
    if (trouble === null) onGone()
  })
  const forget = (id: string) => void act(() => desk.client.call('integrations.forget', { id })).then((done) => { if (done) onGone() })
  return (
    <>
      <p role="status" className="small" data-testid="refused-said">{said}</p>
      {letters.length > 0 && (
        <section aria-label={t('integrations.refused')} data-testid="refused">
          <h3>{t('integrations.refused')}</h3>
          <p className="quiet small">{t('integrations.refused.about')}</p>
          <ul className="links">
            {letters.map(({ id, name, type, at, why }) => (
              <li key={id}>
                <div className="link-line">
                  <strong className="one-line">{name}</strong><span className="small">{t(`integrations.event.${type}`)}</span>
                  <span className="small quiet tabular link-fact">{dateTime(at, language)} · {local(why)}</span>
                  <Button busy={busy} data-testid="refused-again" onClick={() => resend(id)}>{t('integrations.refused.again')}</Button>
                  <Button busy={busy} onClick={() => forget(id)}>{t('integrations.refused.forget')}</Button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {problem !== null && <p role="alert" className="people-problem">{problem}</p>}
    </>
  )
}
