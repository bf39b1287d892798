import type { LearningSource } from '../../../src-shared/contract/learning.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen, select } from '../../app/screen.ts'
import { dateTime } from '../../ui/format.ts'

/** The conversations behind an entry; one opens at its message. */
export function Sources({ sources }: { sources: readonly LearningSource[] }) {
  const { t, language } = useWords()
  const open = ({ conversationId, messageId }: LearningSource) => {
    patchScreen({ dialog: null })
    select(conversationId)
    patchScreen({ found: { conversationId, messageId, query: '' } })
  }
  return (
    <ul className="learning-sources small">
      {sources.map((source) => (
        <li key={source.messageId}>
          <button type="button" className="text-button" data-testid="source-open" title={t('suggest.open', { name: source.displayName })} onClick={() => open(source)}><bdi>{source.displayName}</bdi></button> <span className="quiet tabular">{dateTime(source.at, language)}</span>
        </li>
      ))}
    </ul>
  )
}
