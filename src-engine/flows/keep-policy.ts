import type { CallParams } from '../../src-shared/contract/calls.ts'
import type { Engine } from './context.ts'

const KEPT = 'policy-draft'
type Kept = CallParams<'policy.keep'>['kept']

/** Keeps a policy that is not saved yet over a restart of this desk; null: nothing is to be saved any more. */
export const keepPolicy = ({ store }: Engine, kept: Kept): void => store.settings.write(KEPT, kept)

/** What was kept; null: nothing. */
export const keptPolicy = ({ store }: Engine): Kept => store.settings.read<Kept>(KEPT, null)
