import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { CampaignView } from '../../../../src-shared/contract/campaigns.ts'
import { useWords } from '../../../app/i18n/use-words.ts'

/** What conflicts or is missing in a plan; a word that nothing is. */
export function Problems({ problems }: { problems: CampaignView['problems'] }) {
  const { t, label } = useWords()
  if (problems.length === 0) return <p className="small quiet" data-testid="campaign-fine">{t('campaigns.fine')}</p>
  return (
    <ul className="floor-problems" data-testid="campaign-problems">
      {problems.map(({ code, severity, about }, n) => (
        <li key={n} data-severity={severity} data-code={code}>
          {severity === 'error' ? <CircleAlert size={14} aria-hidden /> : <TriangleAlert size={14} aria-hidden />}
          <span>{code === 'old-date' && about === '' ? t('campaigns.problem.old-date.greeting') : t(`campaigns.problem.${code}`, { about: code === 'lifts-nothing' ? (label(about) ?? about) : about })}</span>
        </li>
      ))}
    </ul>
  )
}
