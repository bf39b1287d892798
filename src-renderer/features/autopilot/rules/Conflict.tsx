import type { PolicyChange } from '../../../../src-shared/contract/policies.ts'
import type { Policy } from '../../../../src-shared/domain/policy.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChangeList } from './ChangeList.tsx'
import { settle } from './do-rules.ts'

/** A colleague saved meanwhile: both side by side, and two ways on. Until one is chosen, nothing is changed or lost. */
export function Conflict({ theirs, changes }: { theirs: Policy; changes: readonly PolicyChange[] }) {
  const { t } = useWords()
  const desk = useDesk()
  return (
    <section className="rule-panel" aria-label={t('rules.conflict')} data-testid="rule-conflict">
      <h3>{t('rules.conflict')}</h3>
      <p>{t('rules.conflict.what', { version: theirs.version })}</p>
      <p className="rule-panel-acts">
        <Button kind="primary" data-rule-first="" onClick={() => settle(desk, theirs, true)}>{t('rules.conflict.mine')}</Button>
        <Button onClick={() => settle(desk, theirs, false)}>{t('rules.conflict.theirs')}</Button>
      </p>
      <ChangeList changes={changes} heads={[t('rules.conflict.their-words'), t('rules.conflict.my-words')]} />
    </section>
  )
}
