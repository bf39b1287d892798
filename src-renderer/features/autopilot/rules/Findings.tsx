import { useState } from 'react'
import type { PolicyFinding } from '../../../../src-shared/contract/policies.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { rowTitle } from './title.ts'
import { useRules } from './use-rules.ts'

const TONES = { conflict: 'danger', never: 'warning', gap: 'plain' } as const
/** A shop begins with many gaps; only the first are shown until somebody asks. */
const FEW_GAPS = 4

/** What does not fit together, each with the way to its row; and what keeps the draft from being saved. */
export function Findings({ onOpen }: { onOpen: (place: string) => void }) {
  const words = useWords()
  const { t, local } = words
  const [all, setAll] = useState(false)
  const weighed = useRules((s) => s.weighed)
  const readable = useRules((s) => s.readable)
  const problems = weighed?.problems ?? []
  const titleOf = (place: string) => readable?.sentences.find(({ at }) => at === place)?.title ?? null
  const findings = readable?.findings ?? []
  const gaps = findings.filter(({ kind }) => kind === 'gap')
  const shown = findings.filter((one) => one.kind !== 'gap' || all || gaps.indexOf(one) < FEW_GAPS)
  return (
    <section className="rule-panel" aria-label={t('rules.findings')} data-testid="rule-findings">
      <h3>{t('rules.findings')}</h3>
      <p className="quiet">{t('rules.intro')}</p>
      {problems.length > 0 && (
        <ul className="rule-findings" data-testid="rule-problems">
          {problems.map(({ field, say }) => (
            <li key={field + say.en}><Chip tone="danger">{t('rules.chip.problem')}</Chip><button type="button" className="text-button" onClick={() => onOpen(placeOfField(field))}>{rowTitle(words, { place: placeOfField(field), title: titleOf(placeOfField(field)) })}{t('list.colon')}{local(say)}</button></li>
          ))}
        </ul>
      )}
      {findings.length === 0 && weighed && <p>{t('rules.findings.none')}</p>}
      <ul className="rule-findings">{shown.map((one) => <Line key={one.kind + one.at + one.say.en} one={one} onOpen={onOpen} />)}</ul>
      {gaps.length > FEW_GAPS && <p><Button aria-expanded={all} onClick={() => setAll(!all)}>{t(all ? 'rules.gaps.few' : 'rules.gaps.all', { count: gaps.length })}</Button></p>}
    </section>
  )
}

/** The place that a field lies in. */
function placeOfField(field: string): string {
  const [part = '', name = ''] = field.split('.')
  return part === 'alwaysPerson' ? part : `${part}.${name}`
}

function Line({ one, onOpen }: { one: PolicyFinding; onOpen: (place: string) => void }) {
  const { t, local } = useWords()
  return (
    <li>
      <Chip tone={TONES[one.kind]}>{t(`rules.finding.${one.kind}`)}</Chip>
      {one.at === '' ? <span>{local(one.say)}</span> : <button type="button" className="text-button" onClick={() => onOpen(one.at)}>{local(one.say)}</button>}
    </li>
  )
}
