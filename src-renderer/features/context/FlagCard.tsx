import type { Thread, ThreadMessage } from '../../../src-shared/contract/desk.ts'
import { notAngry } from '../../app/do.ts'
import { showsMood } from '../../app/i18n/label.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { RisingBars } from '../../ui/RisingBars.tsx'
import { segments } from '../conversation/segments.ts'
import { groupQuotes } from './quotes.ts'

type Flag = NonNullable<Thread['flag']>

interface Props {
  id: string
  flag: Flag
  /** The message that raised it, if it is loaded. */
  message: ThreadMessage | undefined
  dismissed: boolean
}

/** Why this conversation was raised, in the customer's own words; a person may say that it is wrong. */
export function FlagCard({ id, flag, message, dismissed }: Props) {
  const { t } = useWords()
  const desk = useDesk()
  return (
    <section className="flag" data-testid="flag" data-level={flag.level} data-dismissed={dismissed ? '' : undefined}>
      <header>
        <h2><RisingBars level={Math.max(flag.level, 1)} size={12} /> {t(dismissed ? 'flag.dismissed' : flag.level >= 3 ? 'flag.angry' : 'flag.look')}</h2>
        {!dismissed && <Button kind="bare" onClick={() => notAngry(desk, id)}>{t('flag.dismiss')}</Button>}
      </header>
      {!dismissed && (message ? <Sentence text={message.text} flag={flag} /> : <Quotes flag={flag} />)}
      {!dismissed && <Reasons flag={flag} />}
    </section>
  )
}

/** The whole message with the words that raised it: a word alone says little. */
function Sentence({ text, flag }: { text: string; flag: Flag }) {
  const { t, label } = useWords()
  const marks = flag.evidence.filter((e) => showsMood(e.why)).map((e) => ({ ...e, kind: 'evidence' as const, note: label(e.why) ?? t('evidence.other') }))
  return (
    <blockquote dir="auto" title={text}>
      {segments(text, marks).map((piece, at) => (piece.marks[0] ? <b key={at} title={piece.marks[0].note}>{piece.text}</b> : piece.text))}
    </blockquote>
  )
}

function Quotes({ flag }: { flag: Flag }) {
  return <>{groupQuotes(flag.quotes).map(({ text }) => <blockquote key={text} dir="auto"><b>{text}</b></blockquote>)}</>
}

/** What speaks for it, each reason once. */
function Reasons({ flag }: { flag: Flag }) {
  const { label } = useWords()
  const codes = [...flag.marks, ...groupQuotes(flag.quotes).flatMap(({ whys }) => whys)]
  const names = [...new Set(codes.flatMap((code) => label(code) ?? []))]
  return names.length > 0 && <p className="small flag-why">{names.join(' · ')}</p>
}
