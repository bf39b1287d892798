import type { SideView } from '../../../src-shared/contract/side.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { clock } from '../../ui/format.ts'
import { forgetAll, openEarlier } from './do-side.ts'

/** Whom the panel was about before, newest first; kept for a day. */
export function Earlier({ view }: { view: SideView }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const others = view.history.filter(({ id }) => id !== view.loose?.id)
  if (others.length === 0) return null
  return (
    <details className="side-earlier">
      <summary className="small">{t('side.history')} <span className="quiet tabular">{others.length}</span></summary>
      <ul>
        {others.map(({ id, hue, name, words, at }) => (
          <li key={id}>
            <button type="button" className="side-option" data-testid="side-earlier" onClick={() => void openEarlier(desk, id)}>
              <span className="side-dot" data-hue={hue} aria-hidden />
              <span className="side-option-words"><b className="one-line">{name ?? t('side.nobody')}</b><span className="small quiet one-line">{words}</span></span>
              <span className="small quiet tabular">{clock(at, language)}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="text-button small" onClick={() => forgetAll(desk)}>{t('side.history.forget')}</button>
    </details>
  )
}
