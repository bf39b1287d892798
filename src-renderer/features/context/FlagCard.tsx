import type { Thread } from '../../../src-shared/contract/desk.ts'
import { notAngry } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { RisingBars } from '../../ui/RisingBars.tsx'

/** Why this conversation was raised, in the customer's own words; a person may say that it is wrong. */
export function FlagCard({ id, flag, dismissed }: { id: string; flag: NonNullable<Thread['flag']>; dismissed: boolean }) {
  const { t, label } = useWords()
  const desk = useDesk()
  const quoted = new Set(flag.quotes.map((quote) => quote.why))
  const marks = flag.marks.filter((code) => !quoted.has(code)).flatMap((code) => label(code) ?? [])
  return (
    <section className="flag" data-testid="flag" data-level={flag.level} data-dismissed={dismissed ? '' : undefined}>
      <header>
        <h2><RisingBars level={Math.max(flag.level, 1)} size={12} /> {t(dismissed ? 'flag.dismissed' : flag.level >= 3 ? 'flag.angry' : 'flag.look')}</h2>
        {!dismissed && <Button kind="bare" onClick={() => notAngry(desk, id)}>{t('flag.dismiss')}</Button>}
      </header>
      {!dismissed && (
        <>
          {flag.quotes.map((quote, at) => (
            <blockquote key={at}>
              <p dir="auto">{quote.text}</p>
              {label(quote.why) && <footer className="small">{label(quote.why)}</footer>}
            </blockquote>
          ))}
          {marks.length > 0 && <p className="small">{marks.join(' · ')}</p>}
        </>
      )}
    </section>
  )
}
