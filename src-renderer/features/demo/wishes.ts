import type { DeskState } from '../../../src-shared/contract/desk.ts'
import { DEMO_PLACES } from '../../../src-shared/domain/demo-day.ts'
import { gatewayNow } from '../../bridge/actions.ts'
import { keys } from '../../bridge/cache.ts'
import type { Desk } from '../../bridge/desk.ts'
import { control, CUT_SECONDS, cutNetwork, jumpTo, mendNetwork, takeModel } from './do-demo.ts'

/** What the palette can do with the demo that is played, and with the drills. */
export type DemoWish = 'play' | 'pause' | 'morning' | 'lunch' | 'peak' | 'angry' | 'cut' | 'mend' | 'model-away' | 'model-back'

/** Would it do anything now? */
export function canWish({ demo, link, drill, model }: Pick<DeskState, 'demo' | 'link' | 'drill' | 'model'>, wish: DemoWish): boolean {
  if (!demo) return false
  const live = link.state === 'live'
  switch (wish) {
    case 'play': return live && !demo.playing
    case 'pause': return live && demo.playing
    case 'morning': case 'lunch': case 'peak': case 'angry': return live
    case 'cut': return drill.network === null
    case 'mend': return drill.network !== null
    case 'model-away': return model.health !== 'none' && !drill.model
    case 'model-back': return drill.model
  }
}

export function doWish(desk: Desk, wish: DemoWish): void {
  const demo = desk.cache.getQueryData<DeskState>(keys.desk)?.demo
  if (!demo) return
  switch (wish) {
    case 'play': return control(desk, { action: 'resume' })
    case 'pause': case 'angry': return control(desk, { action: wish })
    case 'morning': case 'lunch': case 'peak': return jumpTo(desk, demo, DEMO_PLACES[wish], gatewayNow(desk))
    case 'cut': return cutNetwork(desk, CUT_SECONDS)
    case 'mend': return mendNetwork(desk)
    case 'model-away': return takeModel(desk, true)
    case 'model-back': return takeModel(desk, false)
  }
}
