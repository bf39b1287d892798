import { useWords } from '../../app/i18n/use-words.ts'
import { useStore } from '../../ui/store.ts'
import { bringing, type Outcome } from './bring-in.ts'

/** How far an import is, and what became of each file; those that were skipped come first. */
export function Outcomes() {
  const { t, language } = useWords()
  const { running, total, current, outcomes } = useStore(bringing, (now) => now)
  if (total === 0) return null
  const skipped = outcomes.flatMap((one) => ('problem' in one ? [one] : []))
  const taken = outcomes.flatMap((one) => ('did' in one ? [one] : []))
  const sum = (part: keyof (typeof taken)[number]['did']) => taken.reduce((all, { did }) => all + did[part], 0)
  const counts = { added: sum('added'), updated: sum('updated'), same: sum('same'), removed: sum('removed') }
  const why = (problem: Extract<Outcome, { problem: unknown }>['problem']) => (problem === 'large' ? t('knowledge.import.large') : problem === 'failed' ? t('said.failed') : problem[language])
  return (
    <section className="knowledge-outcomes" data-testid="knowledge-outcomes" aria-label={t('knowledge.import.title')}>
      <progress max={total} value={outcomes.length} aria-label={t('knowledge.import.title')} />
      <p role="status">{running ? t('knowledge.import.running', { done: outcomes.length, total, name: current }) : t('knowledge.import.done', counts)}</p>
      {skipped.length > 0 && (
        <>
          <h3 className="knowledge-skipped">{t('knowledge.import.skipped', { count: skipped.length })}</h3>
          <ul className="small">{skipped.map(({ path, problem }) => <li key={path}><bdi>{path}</bdi>{t('list.colon')}{why(problem)}</li>)}</ul>
        </>
      )}
      {taken.length > 0 && <ul className="small quiet knowledge-taken">{taken.map(({ path, did }) => <li key={path}><bdi>{path}</bdi>{t('list.colon')}{t('knowledge.import.did', { ...did })}</li>)}</ul>}
    </section>
  )
}
