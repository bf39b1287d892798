import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { hasChanges, takeBackAll } from './do-rules.ts'
import type { Notice } from './state.ts'
import { useRules } from './use-rules.ts'

/** How many changes wait to be saved, what keeps them from it, and the two ways on. */
export function SaveBar({ onSave }: { onSave: () => void }) {
  const { t } = useWords()
  const desk = useDesk()
  const [base, draft, saving, notice, weighed] = [useRules((s) => s.base), useRules((s) => s.draft), useRules((s) => s.saving), useRules((s) => s.notice), useRules((s) => s.weighed)]
  const isChanged = hasChanges(base, draft)
  const problems = weighed?.problems.length ?? 0
  const changes = weighed?.changes.length ?? 0
  return (
    <footer className="rule-foot">
      <p className="rule-notice" role="status" data-tone={notice?.kind === 'problem' ? 'danger' : undefined} data-testid="rule-notice">
        {notice ? <NoticeWords notice={notice} /> : !isChanged ? t('rules.saved-as', { version: base?.version ?? 0 }) : problems > 0 ? t('rules.problems', { count: problems }) : t('rules.changes', { count: Math.max(1, changes) })}
      </p>
      <Button disabled={!isChanged || saving} onClick={() => takeBackAll(desk)}>{t('rules.take-back-all')}</Button>
      <Button kind="primary" disabled={!isChanged || saving} shortcut="Ctrl+Enter" data-testid="rule-save" onClick={onSave}>{t('save')}</Button>
    </footer>
  )
}

function NoticeWords({ notice }: { notice: NonNullable<Notice> }) {
  const { t } = useWords()
  if (notice.kind === 'problem') return notice.text
  return notice.kind === 'imported' || notice.kind === 'rebased' || notice.kind === 'proposed' ? t(`rules.notice.${notice.kind}`) : t(`rules.notice.${notice.kind}`, { version: notice.version })
}
