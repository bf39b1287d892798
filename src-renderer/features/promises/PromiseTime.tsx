import { useRef, useState, type KeyboardEvent } from 'react'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { readSnoozeTimes } from '../../bridge/work.ts'

interface Props {
  /** What it is about, for who hears the field. */
  what: string
  /** Gateway time. */
  onTime: (dueAt: number) => void
  onCancel: () => void
}

/** A time that is typed: “18:00”, “明天上午”, “2h”. Enter takes it, Esc leaves it as it was. */
export function PromiseTime({ what, onTime, onCancel }: Props) {
  const { t } = useWords()
  const desk = useDesk()
  const [typed, setTyped] = useState('')
  const [unclear, setUnclear] = useState(false)
  const done = useRef(false)
  const enter = async () => {
    const { typed: time } = await readSnoozeTimes(desk, typed)
    if (done.current) return
    if (time === null) return setUnclear(true)
    done.current = true
    onTime(time)
  }
  const cancel = () => {
    if (done.current) return
    done.current = true
    onCancel()
  }
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Escape') cancel()
    else if (!event.repeat) enter().catch(report)
  }
  return (
    <span className="promise-time">
      <input
        className="field" autoFocus aria-label={`${t('promises.time')} ${what}`} placeholder={t('promises.time.placeholder')} maxLength={60} value={typed} data-testid="promise-time"
        aria-invalid={unclear} onChange={(event) => { setTyped(event.target.value); setUnclear(false) }} onKeyDown={onKey} onBlur={cancel}
      />
      {unclear && <span className="small promise-unclear" role="status">{t('promises.time.unclear')}</span>}
    </span>
  )
}
