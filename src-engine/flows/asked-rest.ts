import type { Engine } from './context.ts'

/** A rest that an endpoint itself asked for; it outlives a restart, and the agent's wish for another draft. `until`: gateway time. */
export interface AskedRest { until: number; model: string | null; problem: string }

const NAME = 'model-asked-rest'

export const readAskedRest = ({ store }: Pick<Engine, 'store'>): AskedRest | null => store.settings.read<AskedRest | null>(NAME, null)
export const keepAskedRest = ({ store }: Pick<Engine, 'store'>, rest: AskedRest): void => store.settings.write(NAME, rest)
/** Another address or key: what the one before asked for is no longer asked. */
export const forgetAskedRest = ({ store }: Pick<Engine, 'store'>): void => store.settings.write(NAME, null)
