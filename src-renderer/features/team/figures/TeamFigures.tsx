import { useRef, useState } from 'react'
import type { TeamFigures as Figures } from '../../../../src-shared/contract/learning.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { patchScreen } from '../../../app/screen.ts'
import { useShopZone } from '../../../bridge/hooks.ts'
import { useTeamFigures } from '../../../bridge/learning.ts'
import { useMay } from '../../../bridge/people.ts'
import { Button } from '../../../ui/Button.tsx'
import { shortDate } from '../../../ui/format.ts'
import { Days } from '../../learning/Days.tsx'
import { Legend } from '../../learning/Legend.tsx'
import { OutcomeTable } from '../../learning/OutcomeTable.tsx'
import { Reasons } from '../../learning/Reasons.tsx'
import { outOf100, totalOf } from '../../learning/shares.ts'
import '../../learning/learning.css'
import '../people/people.css'
import './figures.css'

const PERIODS = [7, 28] as const
type Period = (typeof PERIODS)[number]

/** What became of the drafts of the whole team, for supervisors; nobody's own. */
export function TeamFigures() {
  const { t } = useWords()
  const may = useMay('lead')
  const [days, setDays] = useState<Period>(7)
  const { data, isError, refetch } = useTeamFigures(days, may)
  const periods = useRef<HTMLFieldSetElement>(null)
  // The button goes with the problem, and the focus would with it.
  const askAgain = () => void refetch().then(({ isSuccess }) => { if (isSuccess) periods.current?.querySelector<HTMLElement>('input:checked')?.focus() })
  if (!may) return <div className="empty" data-testid="figures-leads"><p>{t('teamFigures.leads')}</p><OwnPage /></div>
  return (
    <div className="figures team-figures">
      <fieldset ref={periods} className="figures-period">
        <legend className="small quiet">{t('teamFigures.period')}</legend>
        {PERIODS.map((period) => <label key={period}><input type="radio" name="figures-period" checked={days === period} onChange={() => setDays(period)} /> {t(`teamFigures.days.${period}`)}</label>)}
      </fieldset>
      {isError && <p role="alert" className="people-problem">{t('teamFigures.offline')} <Button onClick={askAgain}>{t('again')}</Button></p>}
      {!isError && data === undefined && <p className="learning-wait quiet" aria-busy="true">{t('learning.counting')}</p>}
      {data !== undefined && (totalOf(data.counts) === 0 && data.reasons.length === 0 ? <Nothing people={data.people} /> : <Sums figures={data} />)}
    </div>
  )
}

function OwnPage() {
  const { t } = useWords()
  return <Button data-testid="figures-own" onClick={() => patchScreen({ dialog: 'drafts' })}>{t('teamFigures.own')}</Button>
}

/** Why nothing is shown, and what will change it. */
function Nothing({ people }: { people: number }) {
  const { t } = useWords()
  const why = people === 0 ? 'none' : people === 1 ? 'one' : people === 2 ? 'two' : 'few'
  return (
    <div className="empty" data-testid="figures-none" data-why={why}>
      <h3>{t(`teamFigures.${why}`)}</h3>
      <p>{t(`teamFigures.${why}.text`)}</p>
      <OwnPage />
    </div>
  )
}

function Sums({ figures: { counts, taken, editUpTo, days, topics, reasons, waiting } }: { figures: Figures }) {
  const { t, label, language } = useWords()
  const zone = useShopZone()
  const nameOf = (topic: string): string => (topic === 'others' ? t('teamFigures.others') : topic === 'none' ? t('figures.topic.none') : (label(topic) ?? topic))
  return (
    <>
      <section>
        <p className="figures-big" data-testid="team-taken">{taken.low !== null && taken.high !== null ? t('figures.taken', outOf100(taken.low, taken.high)) : t('figures.taken.none')}</p>
        {taken.of > 0 && <p>{t('teamFigures.counted', { right: taken.right, of: taken.of })} {editUpTo === 0 ? t('teamFigures.edit.0') : t('teamFigures.edit', { edit: editUpTo ?? 0 })}</p>}
        <p className="small quiet">{t('teamFigures.rule')}</p>
        {waiting && <p className="small quiet" data-testid="figures-waiting">{t('teamFigures.waiting')}</p>}
        <Legend counts={counts} />
      </section>
      {days.length > 0 && <Days days={days} />}
      <OutcomeTable heading={t('figures.topics')} taken={t('teamFigures.range')} lines={topics.map(({ topic, since, counts: of, taken: share }) => ({
        name: nameOf(topic), counts: of, taken: share, ...(since === null ? {} : { note: t('teamFigures.since', { date: shortDate(since, language, zone) }) }),
      }))} />
      {reasons.length > 0 && <Reasons reasons={reasons} ofTeam />}
    </>
  )
}
