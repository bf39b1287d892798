import { useRef, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'

interface Props { name: string; means: string; yes: string; no: string; testId: string; onYes: () => void }

/** A button for what cannot be taken back: says what it means, then asks once. */
export function AskFirst({ name, means, yes, no, testId, onYes }: Props) {
  const [asking, setAsking] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const keep = () => {
    setAsking(false)
    trigger.current?.focus()
  }
  return (
    <>
      <Button ref={trigger} aria-expanded={asking} data-testid={testId} onClick={() => setAsking(!asking)}>{name}</Button>
      {asking && (
        <div className="ask-first" role="group" aria-label={name} onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          keep()
        }}>
          <p className="small">{means}</p>
          <Button autoFocus onClick={keep}>{no}</Button>
          <Button kind="primary" data-testid={`${testId}-yes`} onClick={onYes}>{yes}</Button>
        </div>
      )}
    </>
  )
}
