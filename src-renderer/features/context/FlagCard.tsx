import type { Thread } from '../../../src-shared/contract/desk.ts'
import { notAngry } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { RisingBars } from '../../ui/RisingBars.tsx'
import { groupQuotes } from './quotes.ts'

/** Why this conversation was raised, in the customer's own words; a person may say that it is wrong. */
export function FlagCard({ id, flag, dismissed }: { id: string; flag: NonNullable<Thread['flag']>; dismissed: boolean }) {
  const { t, label } = useWords()
  const desk = useDesk()
  const groups = groupQuotes(flag.quotes)
  const named = new Set(groups.map(({ why }) => label(why)))
  const marks = flag.marks.flatMap((code) => label(code) ?? []).filter((name) => !named.has(name))
  return (
    <section className="flag" data-testid="flag" data-level={flag.level} data-dismissed={dismissed ? '' : undefined}>
      <header>
        <h2><RisingBars level={Math.max(flag.level, 1)} size={12} /> {t(dismissed ? 'flag.dismissed' : flag.level >= 3 ? 'flag.angry' : 'flag.look')}</h2>
        {!dismissed && <Button kind="bare" onClick={() => notAngry(desk, id)}>{t('flag.dismiss')}</Button>}
      </header>
      {!dismissed && (
        <>
          {groups.map(({ why, texts }) => (
            <blockquote key={why}>
              <p dir="auto">{texts.map((text) => t('flag.quote', { text })).join(' ')}</p>
              {label(why) && <footer className="small">{label(why)}</footer>}
            </blockquote>
          ))}
          {marks.length > 0 && <p className="small">{marks.join(' · ')}</p>}
        </>
      )}
    </section>
  )
}
