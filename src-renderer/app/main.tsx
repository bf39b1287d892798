import { createRoot } from 'react-dom/client'
import { Desk } from '../bridge/desk.ts'
import { listenForPort } from '../bridge/handover.ts'
import { App } from './App.tsx'
import { startAppearance } from './appearance.ts'
import { startI18n } from './i18n/index.ts'
import { watchRecent } from '../features/palette/recent.ts'
import { rememberOpen } from './last-open.ts'

const desk = new Desk()
startI18n(startAppearance())
rememberOpen()
watchRecent()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App desk={desk} />)
listenForPort((port) => desk.attach(port))
