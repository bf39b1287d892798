import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { BacktestCase } from '../../../../src-shared/domain/backtest.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { usePastTurns } from '../../../bridge/history.ts'
import { money } from '../../../ui/format.ts'

const keyOf = ({ conversationId, turn }: BacktestCase): string => `${conversationId} ${turn}`

/** Cases in which people did otherwise, by keyboard, with the conversation beside. */
export function CaseList({ cases }: { cases: readonly BacktestCase[] }) {
  const { t, label, language } = useWords()
  const [chosen, setChosen] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const at = Math.max(0, cases.findIndex((one) => keyOf(one) === chosen))
  const one = cases[at]
  useEffect(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }), [at])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: cases.length - 1 }[event.key]
    const next = to === undefined ? undefined : cases[Math.min(cases.length - 1, Math.max(0, to))]
    if (!next) return
    event.preventDefault()
    setChosen(keyOf(next))
  }
  return (
    <section className="backtest-cases">
      <h3>{t('backtest.cases')}</h3>
      <p className="small quiet">{t(one ? 'backtest.cases.help' : 'backtest.cases.none')}</p>
      {one && (
        <>
          <ul ref={list} className="backtest-list" role="listbox" tabIndex={0} aria-label={t('backtest.cases')} aria-activedescendant={`backtest-case-${at}`} onKeyDown={onKeyDown}>
            {cases.map((each, i) => (
              <li key={keyOf(each)} id={`backtest-case-${i}`} role="option" aria-selected={i === at} onClick={() => setChosen(keyOf(each))}>
                <span>{label(each.intent) ?? each.intent}</span>
                <span className="small quiet">{each.would === 'unknown' ? t('backtest.would.unknown') : t('backtest.would.auto')} · {t(`backtest.did.${each.did}`)}{each.granted.map((amount) => ` ${money(amount, language)}`)}</span>
              </li>
            ))}
          </ul>
          <Talk conversationId={one.conversationId} turn={one.turn} />
        </>
      )}
    </section>
  )
}

function Talk({ conversationId, turn }: { conversationId: string; turn: number }) {
  const { t } = useWords()
  const turns = usePastTurns(conversationId)
  const box = useRef<HTMLOListElement>(null)
  useEffect(() => box.current?.querySelector('[data-here]')?.scrollIntoView({ block: 'center' }), [turns, turn])
  if (turns === undefined) return null
  if (turns.length === 0) return <p className="quiet">{t('backtest.talk.gone')}</p>
  return (
    <ol ref={box} className="backtest-talk" tabIndex={0} aria-label={t('backtest.talk')}>
      {turns.map(({ role, text }, at) => (
        <li key={at} data-role={role} data-here={at === turn ? '' : undefined}>
          <span className="small quiet">{t(`backtest.role.${role}`)}</span>
          <p>{text}</p>
          {at === turn && <p className="small backtest-here">{t('backtest.talk.here')}</p>}
        </li>
      ))}
    </ol>
  )
}
