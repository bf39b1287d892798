import { useMemo, type ReactNode } from 'react'
import type { PolicyChoices } from '../../../../src-shared/contract/policies.ts'
import type { Rule } from '../../../../src-shared/domain/policy-rule.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { AlwaysFields } from './AlwaysFields.tsx'
import { change, changeRule, placeValue, takeBackPlace } from './do-rules.ts'
import { RowFormContext, type RowForm } from './form.ts'
import { placeOfChange } from './list.ts'
import { withValue } from './path.ts'
import { RowFields } from './RowFields.tsx'
import { RuleFields } from './RuleFields.tsx'
import { Sentences } from './Sentences.tsx'
import { rowTitle } from './title.ts'
import { useRules } from './use-rules.ts'

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> => value !== null && typeof value === 'object'

/** One row or rule: what it says while it is changed, what it said before, and its form. */
export function RowPanel({ place, choices, onClose }: { place: string; choices: PolicyChoices; onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const desk = useDesk()
  const [draft, base, weighed, readable] = [useRules((s) => s.draft), useRules((s) => s.base), useRules((s) => s.weighed), useRules((s) => s.readable)]
  const row = placeValue(draft, place)
  const saved = placeValue(base, place)
  const said = readable?.sentences.find(({ at }) => at === place)
  const changed = readable?.changes.find(({ at }) => placeOfChange(at) === place)
  const [part = '', name = ''] = place.split('.')
  const form = useMemo((): RowForm | null => !isFields(row) ? null : {
    place, row, saved: isFields(saved) ? saved : undefined, problems: weighed?.problems ?? [], reach: (weighed?.reach.length ? weighed : readable)?.reach.find(({ at }) => at === place),
    set: (path, value) => (part === 'rules' ? changeRule(desk, name, { ...withValue(row, path, value), id: name }) : change(desk, [part, name, ...path], value)),
  }, [place, row, saved, weighed, readable, desk, part, name])
  // Of what was said before only what is no longer said.
  const before = (changed?.before ?? []).filter(({ en }) => !form || !said?.say.some((now) => now.en === en))
  const remove = () => (part === 'rules' ? changeRule(desk, name, null) : change(desk, [part, name], undefined))
  let fields: ReactNode = null
  if (place === 'alwaysPerson') fields = <AlwaysFields choices={choices} />
  else if (form) fields = part === 'rules' ? <RuleFields rule={row as Rule} /> : <RowFields choices={choices} />
  return (
    <section className="rule-panel" aria-label={rowTitle(words, { place, title: said?.title ?? changed?.title ?? null })} data-testid="rule-form">
      <header className="rule-panel-head">
        <h3>{rowTitle(words, { place, title: said?.title ?? changed?.title ?? null })}</h3>
        <span className="rule-panel-acts">
          {changed && <Button onClick={() => takeBackPlace(desk, place)}>{t(form || place === 'alwaysPerson' ? 'rules.take-back' : 'rules.bring-back')}</Button>}
          {form && <Button onClick={remove}>{t('rules.remove')}</Button>}
          <Button onClick={onClose} shortcut="Esc">{t('rules.back')}</Button>
        </span>
      </header>
      {place !== 'alwaysPerson' && (
        <div className="rule-says" aria-live="polite" data-testid="rule-says">
          <p>{form ? (said ? <Sentences say={said.say} other={changed?.before ?? undefined} /> : t('rules.unreadable')) : t('rules.gone')}</p>
          {before.length > 0 && <p className="small quiet">{t('rules.before')} <Sentences say={before} /></p>}
        </div>
      )}
      {part === 'rules' && !form && <p className="quiet">{t('rules.gone.help')}</p>}
      <RowFormContext value={form}>{fields}</RowFormContext>
    </section>
  )
}
