import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen, select } from '../../app/screen.ts'
import { useDoings } from '../../bridge/autopilot.ts'
import { useShopZone } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { dateTime } from '../../ui/format.ts'

/** What autopilot took up: when, whom, the words, what became of them, and the rules that let it. */
export function Doings() {
  const { t, language } = useWords()
  const zone = useShopZone()
  const { data, failed, again } = useDoings()
  if (failed) return <p role="alert">{t('doings.failed')} <Button onClick={again}>{t('again')}</Button></p>
  if (data === undefined) return null
  if (data.length === 0) return <p className="quiet">{t('doings.none')}</p>
  return (
    <ol className="doings">
      {data.map(({ run, displayName, startedAt, text }) => (
        <li key={run.id} data-state={run.state}>
          <p className="doing-head small">
            <span className="tabular quiet">{dateTime(startedAt, language, zone)}</span>
            <button type="button" className="text-button" title={t('doings.open', { name: displayName })} onClick={() => { patchScreen({ dialog: null }); select(run.conversationId) }}>{displayName}</button>
            <span>{t(`doing.${run.state}`)}</span>
          </p>
          <p className="doing-words">{text === '' ? t('doings.gone') : text}</p>
          <p className="small quiet">{t('doing.rules', { rules: run.decision.rules.join(', ') })}</p>
        </li>
      ))}
    </ol>
  )
}
