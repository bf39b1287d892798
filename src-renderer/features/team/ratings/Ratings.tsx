import type { RatingTally } from '../../../../src-shared/contract/ratings.ts'
import type { ShopRules } from '../../../../src-shared/domain/shop-rules.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { putShopRules, useRatings, useShopRules } from '../../../bridge/ratings.ts'
import { LowRatings } from './LowRatings.tsx'
import './ratings.css'

/** How customers found it: one's own for one's own eyes, the team's for supervisors, and the low ones to be read. */
export function Ratings() {
  const { t } = useWords()
  const ratings = useRatings()
  const shop = useShopRules()
  if (ratings === undefined || shop === undefined) return null
  const { own, team, low } = ratings
  return (
    <div className="ratings">
      <div className="rating-tallies">
        <Tally name={t('ratings.own')} hint={t('ratings.own.hint')} tally={own} testId="ratings-own" />
        {team && <Tally name={t('ratings.people')} tally={team.people} testId="ratings-people" />}
        {team && <Tally name={t('ratings.automatic')} tally={team.automatic} testId="ratings-automatic" />}
      </div>
      <p className="small quiet">{t('ratings.rule')}</p>
      <LowRatings low={low} all={team !== null} />
      {shop.mayChange ? <Where rules={shop.rules} /> : <p className="small quiet">{t(shop.rules.ratings.page ? 'ratings.where.page.on' : 'ratings.where.page.off')}</p>}
    </div>
  )
}

const percent = (share: number): number => Math.round(share * 100)

function Tally({ name, hint, tally: { asked, answered, good, scores }, testId }: { name: string; hint?: string; tally: RatingTally; testId: string }) {
  const { t } = useWords()
  const most = Math.max(1, ...scores)
  return (
    <section data-testid={testId}>
      <h3>{name}</h3>
      <p>{good === null ? t('ratings.none') : <><b className="tabular">{t('ratings.good', { percent: percent(good.value) })}</b> <span className="small quiet">{t('ratings.bound', { low: percent(good.low), high: percent(good.high) })}</span></>}</p>
      <p className="small quiet">{t('ratings.answered', { answered, asked })}</p>
      {answered > 0 && (
        <ol className="rating-bars" aria-label={t('ratings.scores')}>
          {scores.map((count, index) => <li key={index} aria-label={t('ratings.score', { score: index + 1, count })}><span className="tabular">{index + 1}</span><span className="rating-bar" style={{ width: `${(count / most) * 100}%` }} /><span className="tabular quiet">{count}</span></li>)}
        </ol>
      )}
      {hint && <p className="small quiet">{hint}</p>}
    </section>
  )
}

function Where({ rules }: { rules: ShopRules }) {
  const { t } = useWords()
  const desk = useDesk()
  const change = (ratings: ShopRules['ratings']) => void putShopRules(desk, rules.revision, { ratings }).then(({ status }) => toast(status === 'put' ? 'said.shop-rules' : 'said.shop-rules-conflict'), report)
  return (
    <fieldset className="rating-where">
      <legend>{t('ratings.where')}</legend>
      <label><input type="checkbox" checked={rules.ratings.page} data-testid="ratings-page" onChange={(event) => change({ ...rules.ratings, page: event.target.checked })} /> {t('ratings.where.page')}</label>
      <label><input type="checkbox" checked={rules.ratings.messages} data-testid="ratings-messages" onChange={(event) => change({ ...rules.ratings, messages: event.target.checked })} /> {t('ratings.where.messages')}</label>
      <p className="small quiet">{t('ratings.where.once')}</p>
    </fieldset>
  )
}
