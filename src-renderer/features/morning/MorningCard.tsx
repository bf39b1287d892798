import { useEffect, useId, useState } from 'react'
import { Moon, X } from 'lucide-react'
import type { Morning } from '../../../src-shared/contract/morning.ts'
import { report } from '../../app/do.ts'
import { focusComposer, focusRow } from '../../app/focus.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { select, toast } from '../../app/screen.ts'
import { useDesk, useRows, useShopZone } from '../../bridge/hooks.ts'
import { dismissMorning, refreshMorning, useMorning } from '../../bridge/morning.ts'
import { Button } from '../../ui/Button.tsx'
import { timeIn } from '../../ui/format.ts'
import './morning.css'

/** At the top of the queue, on the morning after a night desk: what it did, and whom it left to people. */
export function MorningCard() {
  const morning = useMorning()
  return morning && <Card morning={morning} />
}

/** Whose rows tell when the card is out of date: it is read again as soon as one of them no longer waits. */
function useFresh({ left }: Morning): void {
  const desk = useDesk()
  const rows = useRows()
  const waiting = left.filter(({ conversationId }) => rows?.get(conversationId)?.section !== 'waiting-for-customer' && rows?.get(conversationId)?.section !== 'done').length
  useEffect(() => {
    if (waiting !== left.length) void refreshMorning(desk).catch(report)
  }, [desk, waiting, left.length])
}

function Card({ morning }: { morning: Morning }) {
  const { t } = useWords()
  const desk = useDesk()
  const [open, setOpen] = useState(false)
  const title = useId()
  useFresh(morning)
  const { answered, left, promises, night } = morning
  const upset = left.filter((one) => one.upset).length
  const facts = [
    ...(answered > 0 ? [t('morning.answered', { count: answered })] : []), left.length > 0 ? t('morning.left', { count: left.length }) : t('morning.left.none'),
    ...(upset > 0 ? [t('morning.upset', { count: upset })] : []), ...(promises > 0 ? [t('morning.promises', { count: promises })] : []),
  ]
  const putAway = () => {
    void dismissMorning(desk, night, true).catch(report)
    // The button that had the focus goes with the card.
    focusRow()
    toast('said.morning-away', { undo: () => void dismissMorning(desk, night, false).catch(report) })
  }
  return (
    <section className="morning" aria-labelledby={title} data-testid="morning">
      <header>
        <h2 id={title}><Moon size={14} aria-hidden /> {t('morning')}</h2>
        <Button kind="bare" icon={<X size={14} aria-hidden />} name={t('morning.dismiss')} data-testid="morning-dismiss" onClick={putAway} />
      </header>
      <p className="small">{facts.join(t('list.comma'))}</p>
      {left.length > 0 && <Button kind="bare" aria-expanded={open} data-testid="morning-show" onClick={() => setOpen(!open)}>{t(open ? 'morning.hide' : 'morning.show')}</Button>}
      {open && <Left left={left} />}
    </section>
  )
}

function Left({ left }: Pick<Morning, 'left'>) {
  const { t, language } = useWords()
  const zone = useShopZone()
  return (
    <ol className="morning-left">
      {left.map(({ conversationId, displayName, upset, waitingSince }) => (
        <li key={conversationId}>
          <button type="button" className="morning-line" onClick={() => { select(conversationId); focusComposer() }}>
            <span className="one-line">{displayName}</span>
            {upset && <span className="morning-upset small">{t('morning.upset.mark')}</span>}
            <span className="quiet small tabular">{t('morning.since', { time: timeIn(waitingSince, language, zone) })}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
