import type { ReactNode } from 'react'
import type { DeskState, Drill } from '../../../src-shared/contract/desk.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { useNow } from '../../ui/now.ts'
import { control, CUT_SECONDS, cutNetwork, mendNetwork, takeModel } from './do-demo.ts'

/** The clock that ticks on the screen may stand up to a second behind: more than the whole cut is never left. */
const secondsLeft = (milliseconds: number): number => Math.min(CUT_SECONDS, Math.max(0, Math.ceil(milliseconds / 1000)))

/** What can be made to happen now, each with one line on what one will see. @param offset gateway time minus local time, in milliseconds */
export function Happenings({ state, offset }: { state: DeskState; offset: number }) {
  const { t } = useWords()
  return (
    <div role="group" aria-labelledby="demo-happen" className="demo-happenings">
      <h3 id="demo-happen">{t('demo.happen')}</h3>
      <AngryNow away={state.link.state !== 'live'} />
      <NetworkDrill network={state.drill.network} offset={offset} />
      <ModelDrill model={state.model} down={state.drill.model} />
    </div>
  )
}

function Happening({ see, children }: { see: string; children: ReactNode }) {
  return (
    <div className="demo-happening">
      <div className="demo-line">{children}</div>
      <p className="quiet small">{see}</p>
    </div>
  )
}

function AngryNow({ away }: { away: boolean }) {
  const { t } = useWords()
  const desk = useDesk()
  return (
    <Happening see={t('demo.angry.see')}>
      <Button data-testid="demo-angry" aria-disabled={away} hint={away ? t('demo.offline') : undefined} onClick={() => { if (!away) control(desk, { action: 'angry' }) }}>{t('demo.angry')}</Button>
    </Happening>
  )
}

/** One button cuts and mends, so that the focus has a place to stay. */
function NetworkDrill({ network, offset }: { network: Drill['network']; offset: number }) {
  const { t } = useWords()
  const desk = useDesk()
  const until = network?.until ?? null
  const seconds = useNow((now) => (until === null ? null : secondsLeft(until - now - offset)))
  const see = network === null ? t('demo.network.see') : seconds === null ? t('demo.network.cut') : t('demo.network.left', { seconds })
  return (
    <Happening see={see}>
      <Button kind={network ? 'primary' : 'plain'} data-testid="demo-network" onClick={() => (network ? mendNetwork(desk) : cutNetwork(desk, CUT_SECONDS))}>{t(network ? 'demo.network.back' : 'demo.network')}</Button>
      <Button data-testid="demo-network-stay" aria-disabled={network !== null} onClick={() => { if (!network) cutNetwork(desk, null) }}>{t('demo.network.stay')}</Button>
    </Happening>
  )
}

function ModelDrill({ model, down }: { model: DeskState['model']; down: boolean }) {
  const { t } = useWords()
  const desk = useDesk()
  const none = model.health === 'none'
  return (
    <Happening see={t(none ? 'demo.model.none' : down ? 'demo.model.down' : 'demo.model.see')}>
      <Button kind={down ? 'primary' : 'plain'} data-testid="demo-model" aria-disabled={none} onClick={() => { if (!none) takeModel(desk, !down) }}>{t(down ? 'demo.model.back' : 'demo.model')}</Button>
    </Happening>
  )
}
