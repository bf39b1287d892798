import { useWords } from '../../app/i18n/use-words.ts'
import { useDeskState, useEngineLink } from '../../bridge/hooks.ts'
import { truthOf } from '../top/truth-line.ts'
import { useAbout } from './use-about.ts'

/** Which gateway this desk works with, and how to use one's own. */
export function Connection() {
  const { t, language } = useWords()
  const about = useAbout()
  const state = useDeskState()
  const line = truthOf(useEngineLink(), state, t, language)
  const gateway = about?.gateway
  return (
    <>
      <dl className="facts">
        <dt>{t('settings.connection.gateway')}</dt>
        <dd>{about && (gateway ? t(gateway.embedded ? 'settings.connection.embedded' : 'settings.connection.own', { url: gateway.url }) : t('settings.connection.none'))}</dd>
        <dt>{t('settings.connection.line')}</dt><dd>{line.text}</dd>
        <dt>{t('settings.connection.seat')}</dt><dd><code className="copyable">{about?.seatId}</code></dd>
      </dl>
      <section className="setting">
        <h4>{t('settings.connection.how')}</h4>
        <ol className="steps">
          <li>{t('settings.connection.how.run')} <code className="copyable" tabIndex={0}>npm run gateway -- --data DIR</code></li>
          <li>{t('settings.connection.how.point')} <code className="copyable" tabIndex={0}>DESKMATE_GATEWAY_URL=https://… DESKMATE_SEAT_TOKEN=… npm start</code></li>
        </ol>
        <p className="small quiet">{t('settings.connection.safe')}</p>
      </section>
    </>
  )
}
