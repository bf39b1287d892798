import type { SetUpForm } from '../../../../src-shared/domain/set-up.ts'
import { useWords } from '../../../app/i18n/use-words.ts'

/** What can be connected, a card each. */
export function KindCards({ kinds, onChoose }: { kinds: readonly SetUpForm[]; onChoose: (form: SetUpForm) => void }) {
  const { local } = useWords()
  return (
    <ul className="kind-cards">
      {kinds.map((form) => (
        <li key={form.kind}>
          <button type="button" className="kind-card" data-opens={form.kind} data-testid={`kind-${form.kind}`} onClick={() => onChoose(form)}>
            <strong>{local(form.title)}</strong>
            <span className="quiet small">{local(form.about)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
