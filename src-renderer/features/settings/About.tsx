import { useWords } from '../../app/i18n/use-words.ts'
import { LICENCES } from './licences.ts'
import { useAbout } from './use-about.ts'

/** `Electron 33.2.1 · Chromium 130.0.1`, as the browser says itself. */
function builtOn(agent: string): string {
  const version = (name: string) => new RegExp(`${name}/([\\d.]+)`).exec(agent)?.[1]
  return [['Electron', version('Electron')], ['Chromium', version('Chrome')]].flatMap(([name, number]) => (number ? `${name} ${number}` : [])).join(' · ')
}

/** Versions, where the data lies, and whose work this stands on. */
export function About() {
  const { t } = useWords()
  const about = useAbout()
  return (
    <>
      <dl className="facts">
        <dt>{t('settings.about.version')}</dt><dd className="tabular">{about?.appVersion}</dd>
        <dt>{t('settings.about.engine')}</dt><dd className="tabular">{builtOn(navigator.userAgent)}</dd>
        <dt>{t('settings.about.data')}</dt><dd><code className="copyable">{about?.dataDir}</code></dd>
      </dl>
      <p className="small quiet">{t('settings.about.data.help')}</p>
      <section className="setting">
        <h4>{t('settings.about.licences')}</h4>
        <dl className="facts small">
          {Object.entries(LICENCES).map(([licence, names]) => <div key={licence}><dt>{licence}</dt><dd>{names.join(', ')}</dd></div>)}
        </dl>
      </section>
    </>
  )
}
