import { useMemo, useState, type KeyboardEvent } from 'react'
import type { CheckCard } from '../../../src-shared/contract/understanding.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { usePinyin } from '../palette/pinyin.ts'
import { ranked, type Named } from '../teach/choices.ts'
import { useNamed } from '../teach/use-named.ts'

/** Lines of the list: as many as there is always room for, so that nothing below it moves. */
const LINES = 6

interface Props {
  card: CheckCard
  onChoose: (choice: Named) => void
  /** Esc, with nothing typed any more. */
  onLeave: () => void
}

/** What the message really is: letters find it in either language or by its sound, Enter says it. */
export function Really({ card, onChoose, onLeave }: Props) {
  const { t } = useWords()
  const { likely, others } = useNamed(card.verdict)
  const toPinyin = usePinyin()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const found = useMemo(() => (typed.trim() === '' ? [] : ranked([...likely, ...others], typed, toPinyin).slice(0, LINES)), [likely, others, typed, toPinyin])
  const chosen = Math.min(at, found.length - 1)
  const type = (words: string) => {
    setTyped(words)
    setAt(0)
  }
  const choose = (choice: Named | undefined) => {
    if (!choice) return
    type('')
    onChoose(choice)
  }
  const leave = () => {
    type('')
    onLeave()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0
    // With nothing typed Backspace and Esc belong to the message again.
    const leaves = event.key === 'Escape' || (event.key === 'Backspace' && typed === '')
    if (step === 0 && event.key !== 'Enter' && !leaves) return
    event.preventDefault()
    event.stopPropagation()
    if (leaves) leave()
    else if (step !== 0) setAt((chosen + step + found.length) % Math.max(1, found.length))
    else if (!event.repeat) choose(found[chosen])
  }
  return (
    <div className="really">
      <input
        className="field" role="combobox" aria-expanded={found.length > 0} aria-controls="really-found" aria-activedescendant={found.length > 0 ? `really-${chosen}` : undefined}
        aria-label={t('round.type')} placeholder={t('round.type')} maxLength={60} value={typed} data-testid="really" onChange={(event) => type(event.target.value)} onKeyDown={onKeyDown}
      />
      <ul id="really-found" role="listbox" aria-label={t('teach.choices')} className="really-found" hidden={found.length === 0}>
        {found.map((choice, n) => (
          <li key={choice.id} id={`really-${n}`} role="option" aria-selected={n === chosen} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(choice)}>
            <span>{choice.name}</span> <span className="quiet small">{t(`teach.kind.${choice.layer}`)}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="small quiet">{typed.trim() === '' ? t('round.help') : t('teach.none')}</p>}
    </div>
  )
}
