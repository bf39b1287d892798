import type { KeyboardEvent } from 'react'
import type { Judgement } from '../../../../src-shared/domain/autonomy.ts'
import type { SampledCase } from '../../../../src-shared/contract/autonomy.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { judgeCase, useSampled } from '../../../bridge/autonomy.ts'
import { useDesk, useShopZone } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime, money } from '../../../ui/format.ts'
import { useNames } from './use-names.ts'

const JUDGEMENTS = ['right', 'wrong', 'otherwise'] as const
const KEYS: Partial<Record<string, Judgement | null>> = { 1: 'right', 2: 'wrong', 3: 'otherwise', 0: null }

/** Automatic cases of earlier days, one in twenty, to be judged with one key each. */
export function Sampled() {
  const { t } = useWords()
  const cases = useSampled()
  if (cases === undefined) return null
  return (
    <section className="sampled" data-testid="sampled">
      <h3>{t('sampled.title')}</h3>
      <p className="small quiet">{t(cases.length === 0 ? 'sampled.none' : 'sampled.help')}</p>
      <ol>{cases.map((one) => <Case key={one.id} one={one} />)}</ol>
    </section>
  )
}

function Case({ one }: { one: SampledCase }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const zone = useShopZone()
  const names = useNames()
  const judge = (judgement: Judgement | null) => void judgeCase(desk, { id: one.id, judgement }).catch(report)
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    const judgement = KEYS[event.key]
    if (judgement === undefined || event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing || event.repeat) return
    event.preventDefault()
    judge(judgement)
  }
  return (
    <li onKeyDown={onKeyDown}>
      <p className="small quiet tabular">{dateTime(one.at, language, zone)} · {one.displayName} · {names(one.scope, one.name)}</p>
      <p><span className="quiet small">{t('sampled.asked')}</span> {one.asked}</p>
      {one.done ? <p><span className="quiet small">{t('sampled.done')}</span> {[names('action', one.name), one.done.amount && money(one.done.amount, language), one.done.orderNo].filter(Boolean).join(' · ')}</p> : <p><span className="quiet small">{t('sampled.answered')}</span> {one.text}</p>}
      <p className="judgements">{JUDGEMENTS.map((judgement, n) => (
        <Button key={judgement} shortcut={String(n + 1)} aria-pressed={one.judgement === judgement} onClick={() => judge(one.judgement === judgement ? null : judgement)}>{t(`judge.${judgement}`)} <kbd>{n + 1}</kbd></Button>
      ))}</p>
    </li>
  )
}
