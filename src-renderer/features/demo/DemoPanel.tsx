import { useEffect, useRef } from 'react'
import { Pause, Play } from 'lucide-react'
import { DEMO_PLACES, DEMO_SPEEDS } from '../../../src-shared/domain/demo-day.ts'
import type { DemoState } from '../../../src-shared/domain/demo-play.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { useDesk, useDeskState } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { speedText } from './clock.ts'
import { control, jumpTo } from './do-demo.ts'
import { Happenings } from './Happenings.tsx'

interface Props {
  id: string
  demo: DemoState
  /** Gateway time minus local time, in milliseconds. */
  offset: number
  /** Something else is opened instead. */
  onDone: () => void
}

const PLACES = ['morning', 'lunch', 'peak'] as const

/** Plays the day, and makes things happen in it. */
export function DemoPanel({ id, demo, offset, onDone }: Props) {
  const { t, local } = useWords()
  const desk = useDesk()
  const state = useDeskState()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  if (!state) return null
  // Not `disabled`: the line may go while the focus is here, and the focus must not be lost.
  const away = state.link.state !== 'live'
  const can = { 'aria-disabled': away, hint: away ? t('demo.offline') : undefined }
  const whenLive = (work: () => void) => () => { if (!away) work() }
  return (
    <section id={id} className="demo-panel" role="dialog" tabIndex={-1} aria-label={t('demo.title', { shop: local(state.shop) })} data-testid="demo-panel">
      <h2>{t('demo.title', { shop: local(state.shop) })}</h2>
      <p className="quiet small tabular">{t('demo.about', { started: demo.started, total: demo.total })}</p>
      <div className="demo-line">
        <Button
          ref={first} {...can} className="demo-play" data-testid="demo-play" icon={demo.playing ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
          onClick={whenLive(() => control(desk, { action: demo.playing ? 'pause' : 'resume' }))}
        >
          {t(demo.playing ? 'demo.pause' : 'demo.play')}
        </Button>
        <fieldset className="demo-speeds" aria-disabled={away}>
          <legend className="hidden-text">{t('demo.speed')}</legend>
          {DEMO_SPEEDS.map((speed) => (
            <label key={speed} className="demo-speed">
              <input type="radio" name="demo-speed" className="hidden-text" checked={demo.speed === speed} onChange={whenLive(() => control(desk, { action: 'speed', speed }))} />
              <span className="tabular">{speedText(speed)}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <div className="demo-line" role="group" aria-label={t('demo.jump')}>
        <span className="quiet demo-label">{t('demo.jump')}</span>
        {PLACES.map((place) => (
          <Button key={place} {...can} className="demo-jump" onClick={whenLive(() => jumpTo(desk, demo, DEMO_PLACES[place], Date.now() + offset))}>{t(`demo.jump.${place}`)}</Button>
        ))}
      </div>
      <p className="quiet small">{t('demo.jump.help')}</p>
      <Happenings state={state} offset={offset} />
      <div className="demo-own small">
        <p>{t('demo.own', { url: 'DESKMATE_GATEWAY_URL', token: 'DESKMATE_SEAT_TOKEN' })}</p>
        <Button
          onClick={() => {
            onDone()
            patchScreen({ dialog: 'settings' })
          }}
        >
          {t('demo.own.settings')}
        </Button>
      </div>
    </section>
  )
}
