import type { WrongMessage } from '../../../src-shared/contract/understanding.ts'
import { showEvidence } from '../../app/do-evidence.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen, select } from '../../app/screen.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { dateTime } from '../../ui/format.ts'
import { nameOf } from './topic-name.ts'

/** The errors that were surest of themselves, to be read: each opens its conversation at the words. */
export function WorstErrors({ worst }: { worst: readonly WrongMessage[] }) {
  const words = useWords()
  const { t, language } = words
  const desk = useDesk()
  const open = ({ conversationId, messageId }: WrongMessage) => {
    patchScreen({ dialog: null })
    select(conversationId)
    void showEvidence(desk, conversationId, messageId).catch(report)
  }
  return (
    <section>
      <h3>{t('understanding.worst')}</h3>
      <ul className="worst">
        {worst.map((one) => (
          <li key={one.messageId}>
            <button type="button" onClick={() => open(one)} data-testid="worst">
              <bdi className="worst-text" dir="auto">{one.text}</bdi>
              <span className="small">
                {t('understanding.worst.told', { told: nameOf(words, one.told), percent: Math.round(one.confidence * 100) })} <b>{t('understanding.worst.really', { expected: nameOf(words, one.expected) })}</b>
                <span className="quiet tabular"> · {dateTime(one.at, language)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
