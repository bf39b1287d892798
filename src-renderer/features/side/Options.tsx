import type { SideOption, SideView } from '../../../src-shared/contract/side.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { chooseOption } from './do-side.ts'

/** Whom the words may be from, a digit each: what has to be answered, or the way to put a wrong customer right. */
export function Options({ view }: { view: SideView }) {
  const { t } = useWords()
  const desk = useDesk()
  if (view.options.length === 0) return null
  const wrong = view.settled && view.loose?.customer !== null
  return (
    <div className="side-options" data-asked={view.settled ? undefined : ''} role="group" aria-label={t(view.settled ? 'side.wrong' : 'side.unsettled')}>
      {wrong && <span className="small quiet">{t('side.wrong')}</span>}
      {view.options.map((option, at) => (
        <button key={at} type="button" className="side-option" data-testid="side-option" onClick={() => void chooseOption(desk, at)}>
          <kbd>{at + 1}</kbd><OptionWords option={option} />
        </button>
      ))}
    </div>
  )
}

function OptionWords({ option }: { option: SideOption }) {
  const { t, local } = useWords()
  if (option.kind === 'nobody') return <span className="one-line">{t('side.option.nobody')}</span>
  if (option.kind === 'continue') {
    return (
      <span className="side-option-words">
        <b className="one-line">{option.name === null ? t('side.option.continue.nobody', { words: option.words }) : t('side.option.continue', { name: option.name })}</b>
        {option.name !== null && <span className="small quiet one-line">{option.words}</span>}
      </span>
    )
  }
  return (
    <span className="side-option-words">
      <b className="one-line">{option.name}</b>
      <span className="small quiet one-line">{[t('side.phone', { tail: option.phoneTail }), t(`side.clue.${option.clue.kind}`, { text: option.clue.text }), option.order && local(option.order.title)].filter(Boolean).join(' · ')}</span>
    </span>
  )
}
