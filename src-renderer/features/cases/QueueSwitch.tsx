import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useCases } from '../../bridge/cases.ts'
import { showCases, showConversations, useCasesShown } from './view.ts'
import './cases.css'

/** Conversations or cases; how many cases wait for the shop stands on it. */
export function QueueSwitch() {
  const { t } = useWords()
  const keys = useKeys()
  const shown = useCasesShown()
  const { rows = [] } = useCases()
  const count = rows.filter(({ section, wish }) => section === 'ours' && wish === null).length
  return (
    <div className="queue-switch" role="group" aria-label={t('cases.switch')}>
      <button type="button" aria-pressed={!shown} title={keys.cases} onClick={showConversations}>{t('cases.conversations')}</button>
      <button type="button" aria-pressed={shown} title={keys.cases} data-testid="show-cases" onClick={showCases}>
        {t('cases')} {count > 0 && <span className="tabular switch-count"><span aria-hidden>{count}</span><span className="hidden-text">{t('cases.count', { count })}</span></span>}
      </button>
    </div>
  )
}
