import type { PhraseScope } from '../../../src-shared/domain/phrase.ts'
import { useWords } from '../../app/i18n/use-words.ts'

const SCOPES = ['personal', 'team', 'shop'] as const

/** Who has a phrase. @param shared colleagues have it already: it cannot become the agent's own */
export function ScopeChoice({ value, shared, onChange }: { value: PhraseScope; shared: boolean; onChange: (scope: PhraseScope) => void }) {
  const { t } = useWords()
  return (
    <fieldset className="setting">
      <legend>{t('phrases.scope')}</legend>
      <div className="choices">
        {SCOPES.map((scope) => (
          <label key={scope} className="choice" title={shared && scope === 'personal' ? t('phrases.scope.shared') : undefined}>
            <input type="radio" name="phrase-scope" checked={value === scope} disabled={shared && scope === 'personal'} onChange={() => onChange(scope)} />
            <span>{t(`phrases.scope.${scope}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
