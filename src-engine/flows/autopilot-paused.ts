import type { Engine } from './context.ts'

/** Is the kill switch on? It is also where its record cannot be read: in doubt nothing acts by itself. */
export const autopilotPaused = ({ store }: Pick<Engine, 'store'>): boolean => store.settings.read('autopilot-paused', false, true)
