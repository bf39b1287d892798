import { useState, type FormEvent } from 'react'
import { v7 as newId } from 'uuid'
import type { ActionChoice, ActionPreview } from '../../../src-shared/contract/commerce.ts'
import type { CallResult } from '../../../src-shared/contract/calls.ts'
import type { CommerceAction } from '../../../src-shared/domain/commerce.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { toast } from '../../app/screen.ts'
import { performAction, previewAction } from '../../bridge/commerce.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { focusOnceDrawn } from '../../ui/focus-first.ts'
import { money } from '../../ui/format.ts'
import { buildAction, fieldsOf, startValues, type Problem } from './build-action.ts'
import { Fields } from './Fields.tsx'
import { Sure } from './Sure.tsx'
import { actionWords } from './words.ts'

interface Props {
  id: string
  order: Order
  choice: ActionChoice
  swaps: CallResult<'action.choices'>['swaps']
  onBack: () => void
  onDone: () => void
}

/** What was looked at, under the id that it is done with: pressed twice it is one action. */
interface Checked { id: string; action: CommerceAction; preview: ActionPreview }

/** Stable: the first field has the focus once the form is drawn, or its button where there is none. */
const focusFirstField = (form: HTMLFormElement | null): void => (form?.querySelector<HTMLElement>('input, select, textarea') ?? form?.querySelector<HTMLElement>('[type=submit]'))?.focus()

/** How it is to be done. What it will do is said in money and goods before it is done. */
export function ActionForm({ id, order, choice, swaps, onBack, onDone }: Props) {
  const { t, language } = useWords()
  const desk = useDesk()
  const [values, setValues] = useState(() => startValues(order, choice))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [checked, setChecked] = useState<Checked | null>(null)
  const check = (event: FormEvent) => {
    event.preventDefault()
    const action = buildAction(order, choice, values)
    if ('word' in action) {
      setProblem(action)
      return document.getElementById(`action-${action.field}`)?.focus()
    }
    setProblem(null)
    previewAction(desk, id, action).then((preview) => setChecked({ id: newId(), action, preview }), report)
  }
  const perform = ({ id: wish, action }: Checked) => {
    onDone()
    performAction(desk, id, wish, action).then(() => toast('said.action-asked', { name: actionWords(t, action, language) }), report)
  }
  if (checked) {
    return (
      <div className="actions-sure">
        <Sure order={order} action={checked.action} preview={checked.preview} />
        <footer>
          <Button onClick={() => setChecked(null)}>{t('actions.back')}</Button>
          {checked.preview.refusal === null && <Button ref={focusOnceDrawn} kind="primary" data-testid="action-do" onClick={() => perform(checked)}>{t('actions.do')}</Button>}
        </footer>
      </div>
    )
  }
  const said = problem && t(`action.problem.${problem.word}`, { amount: choice.most ? money(choice.most, language) : '' })
  return (
    <form ref={focusFirstField} className="actions-form" onSubmit={check} noValidate>
      <Fields order={order} choice={choice} fields={fieldsOf(choice)} swaps={swaps} values={values} wrong={problem?.field ?? null} onChange={(change) => setValues((now) => ({ ...now, ...change }))} />
      <p className="small actions-problem" role="alert">{said}</p>
      <footer>
        <Button onClick={onBack}>{t('actions.back')}</Button>
        <Button kind="primary" type="submit" data-testid="action-check">{t('actions.next')}</Button>
      </footer>
    </form>
  )
}
