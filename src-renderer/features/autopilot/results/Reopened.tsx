import type { CaseResults } from '../../../../src-shared/contract/results.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { patchScreen, select } from '../../../app/screen.ts'
import { useShopZone } from '../../../bridge/hooks.ts'
import { dateTime } from '../../../ui/format.ts'

/** The automatic cases that customers came back with, to be read: each opens where they came back. */
export function Reopened({ reopened }: Pick<CaseResults, 'reopened'>) {
  const { t, label, language } = useWords()
  const zone = useShopZone()
  return (
    <section>
      <h3>{t('results.read')}</h3>
      {reopened.length === 0 && <p className="quiet">{t('results.read.none')}</p>}
      <ol className="doings" data-testid="reopened">
        {reopened.map(({ conversationId, displayName, intent, closedAt, cameBackAt, cameBackIn }) => (
          <li key={`${conversationId} ${closedAt}`} className="doing-head small">
            <button type="button" className="text-button" title={t('results.open', { name: displayName })} onClick={() => { patchScreen({ dialog: null }); select(cameBackIn) }}>{displayName}</button>
            <span>{intent === null ? t('results.intent.none') : (label(intent) ?? intent)}</span>
            <span className="quiet tabular">{t('results.read.line', { closed: dateTime(closedAt, language, zone), back: dateTime(cameBackAt, language, zone) })}{cameBackIn !== conversationId && ` · ${t('results.read.new')}`}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
