import type { DraftFigures } from '../../../src-shared/contract/learning.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useFigures } from '../../bridge/learning.ts'
import { languageName } from '../../ui/format.ts'
import { Days } from './Days.tsx'
import { Legend } from './Legend.tsx'
import { Missing } from './Missing.tsx'
import { OutcomeTable } from './OutcomeTable.tsx'
import { Reasons } from './Reasons.tsx'
import { outOf100, totalOf } from './shares.ts'

/** What became of the drafts of the agent's own replies. */
export function Figures() {
  const { t } = useWords()
  const asked = useFigures()
  if (!asked.data) return <Missing asked={asked} />
  if (totalOf(asked.data.counts) === 0 && asked.data.reasons.length === 0) return <div className="empty"><h3>{t('figures.none')}</h3><p>{t('figures.none.text')}</p><p className="small quiet">{t('figures.team')}</p></div>
  return <Page figures={asked.data} />
}

function Page({ figures }: { figures: DraftFigures }) {
  const { t, label, language } = useWords()
  const { counts, taken, medianEdit, days, topics, makers, languages, reasons } = figures
  return (
    <div className="figures">
      <section>
        <p className="figures-big" data-testid="taken">
          {taken.low !== null && taken.high !== null ? t('figures.taken', outOf100(taken.low, taken.high)) : t('figures.taken.none')}
        </p>
        {taken.of > 0 && <p>{t('figures.taken.counted', { right: taken.right, of: taken.of, edit: Math.round(100 * (medianEdit ?? 0)) })}</p>}
        <p className="small quiet">{t('figures.alone')} {t('figures.team')}</p>
        <Legend counts={counts} />
      </section>
      {days.length > 0 && <Days days={days} />}
      <div className="figures-pair">
        <OutcomeTable heading={t('figures.topics')} lines={topics.map(({ topic, counts: of }) => ({ name: topic === null ? t('figures.topic.none') : (label(topic) ?? topic), counts: of }))} />
        <Reasons reasons={reasons} />
        <OutcomeTable heading={t('figures.makers')} lines={makers.map(({ by, version, counts: of }) => ({ name: by === 'local' ? t('figures.maker.local') : by, note: version, counts: of }))} />
        {languages.length > 1 && <OutcomeTable heading={t('figures.languages')} lines={languages.map(({ language: code, counts: of }) => ({ name: languageName(code, language), counts: of }))} />}
      </div>
    </div>
  )
}
