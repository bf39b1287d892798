import type { Thread, ThreadMessage } from '../../../src-shared/contract/desk.ts'
import { dropFlag } from '../../app/do.ts'
import { pointsAtWords } from '../../app/i18n/label.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { RisingBars } from '../../ui/RisingBars.tsx'
import { segments } from '../conversation/segments.ts'
import { flagKind, risksIn } from './flag-kind.ts'
import { groupQuotes } from './quotes.ts'

type Flag = NonNullable<Thread['flag']>

interface Props {
  id: string
  flag: Flag
  /** The message that raised it, if it is loaded. */
  message: ThreadMessage | undefined
  dismissed: boolean
  /** Of the conversation now. */
  topics: readonly string[]
}

/** Why this conversation was raised, in the customer's own words; a person may say that it is wrong. */
export function FlagCard({ id, flag, message, dismissed, topics }: Props) {
  const { t, label } = useWords()
  const desk = useDesk()
  const codes = [...flag.marks, ...topics]
  const kind = flagKind({ level: flag.level, codes, whys: flag.evidence.map((e) => e.why) })
  const risks = kind === 'risk' ? risksIn(codes).flatMap((code) => label(code) ?? []) : []
  const title = kind === 'angry' ? t('flag.angry') : risks.length > 0 ? t('flag.risk.of', { words: risks.join(t('list.comma')) }) : t('flag.risk')
  return (
    <section className="flag" data-testid="flag" data-level={flag.level} data-kind={kind} data-dismissed={dismissed ? '' : undefined}>
      <header>
        <h2><RisingBars level={Math.max(flag.level, 1)} size={12} /> <span>{dismissed ? t(`flag.dismissed.${kind}`) : title}</span></h2>
        {!dismissed && <Button kind="bare" onClick={() => dropFlag(desk, id, kind)}>{t(`flag.dismiss.${kind}`)}</Button>}
      </header>
      {!dismissed && (message ? <Sentence message={message} flag={flag} /> : <Quotes flag={flag} />)}
      {!dismissed && <Reasons flag={flag} said={risks} />}
    </section>
  )
}

/** The whole message with the words that raised it: a word alone says little. */
function Sentence({ message: { text }, flag }: { message: ThreadMessage; flag: Flag }) {
  const { t, label } = useWords()
  const marks = flag.evidence.filter((e) => pointsAtWords(e.why)).map((e) => ({ ...e, kind: 'evidence' as const, note: label(e.why) ?? t('evidence.other') }))
  return (
    <blockquote dir="auto" title={text}>
      {segments(text, marks).map((piece, at) => {
        const [mark] = piece.marks
        return mark ? <b key={at} title={mark.note}>{piece.text}</b> : piece.text
      })}
    </blockquote>
  )
}

function Quotes({ flag }: { flag: Flag }) {
  return <>{groupQuotes(flag.quotes).map(({ text }) => <blockquote key={text} dir="auto"><b>{text}</b></blockquote>)}</>
}

/** What speaks for it beside what the title says, each reason once. */
function Reasons({ flag, said }: { flag: Flag; said: readonly string[] }) {
  const { label } = useWords()
  const codes = [...flag.marks, ...groupQuotes(flag.quotes).flatMap(({ whys }) => whys)]
  const names = [...new Set(codes.flatMap((code) => label(code) ?? []))].filter((name) => !said.includes(name))
  return names.length > 0 && <p className="small flag-why">{names.join(' · ')}</p>
}
