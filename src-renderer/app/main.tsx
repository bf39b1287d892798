import { createRoot } from 'react-dom/client'
import { Desk } from '../bridge/desk.ts'
import { listenForPort, listenForShow, listenForSideState, listenForWords } from '../bridge/handover.ts'
import { aloneWith, isSide } from './alone.ts'
import { App } from './App.tsx'
import { startAppearance } from './appearance.ts'
import { showOutside } from './do-promises.ts'
import { focusComposer } from './focus.ts'
import { startI18n } from './i18n/index.ts'
import { watchRecent } from '../features/palette/recent.ts'
import { rememberOpen } from './last-open.ts'
import { patchScreen, select } from './screen.ts'
import { sideState, takenWords } from './side-state.ts'

const desk = new Desk()
startI18n(startAppearance())
const alone = aloneWith(location.search)
const side = isSide(location.search)
if (side) listenForWords((words) => takenWords.set(words))
else if (alone) {
  patchScreen({ selected: alone, alone: true })
  focusComposer()
} else rememberOpen()
watchRecent()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App desk={desk} alone={alone} side={side} />)
listenForShow((id) => {
  if (alone || side || showOutside(desk, id)) return
  select(id)
  focusComposer()
})
listenForSideState((state) => sideState.set(state))
listenForPort((port) => desk.attach(port))
