import { useState } from 'react'
import type { DeadLetter } from '../../../../src-shared/domain/channel-line.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { sayOf } from '../../../bridge/call-error.ts'
import { changeLine, useLetters } from '../../../bridge/channels.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'

/** What has not gone through, either way; a person tries it again or lets it lie. Nothing when there is none. */
export function DeadLetters() {
  const { t } = useWords()
  const letters = useLetters()
  if (letters === undefined || letters.length === 0) return null
  return (
    <section aria-labelledby="channels-letters" data-testid="letters">
      <h3 id="channels-letters">{t('channels.letters')}</h3>
      <ul className="connection-list">{letters.map((letter) => <Letter key={letter.id} letter={letter} />)}</ul>
    </section>
  )
}

function Letter({ letter }: { letter: DeadLetter }) {
  const { t, local, language } = useWords()
  const desk = useDesk()
  const [said, setSaid] = useState<string | null>(null)
  const run = async (work: () => Promise<string | null>) => {
    setSaid(await work().catch((error: unknown) => sayOf(error, language) ?? t('said.failed')))
  }
  const out = letter.direction === 'out'
  const again = () => run(async () => {
    if (out) return changeLine(desk, 'delivery.again', { messageId: letter.id }).then(() => null)
    const { trouble } = await changeLine(desk, 'channels.takeAgain', { id: letter.id })
    return trouble === null ? null : local(trouble)
  })
  const giveUp = () => run(() => (out ? changeLine(desk, 'delivery.giveUp', { messageId: letter.id }) : changeLine(desk, 'channels.dropLetter', { id: letter.id })).then(() => null))
  return (
    <li data-testid="letter">
      <p className="connection-head"><strong>{t(out ? 'channels.letter.out' : 'channels.letter.in')}</strong> <span className="quiet small">{letter.name} · {dateTime(letter.at, language)}</span></p>
      <p className="small">{local(letter.why)}</p>
      {letter.unsure && <p className="small connection-trouble">{t('channels.letter.unsure')}</p>}
      <details>
        <summary>{t('channels.letter.read')}</summary>
        <pre className="letter-body" tabIndex={0}>{letter.body}</pre>
      </details>
      <div className="connection-buttons">
        {letter.mayTryAgain && <Button data-testid="letter-again" onClick={() => void again()}>{t('channels.letter.again')}</Button>}
        <Button data-testid="letter-drop" onClick={() => void giveUp()}>{t('channels.letter.drop')}</Button>
      </div>
      {said !== null && <p role="alert" className="small">{said}</p>}
    </li>
  )
}
