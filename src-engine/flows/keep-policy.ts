import { KeptPolicy } from '../../src-shared/contract/policies.ts'
import type { Engine } from './context.ts'

const KEPT = 'policy-draft'

/** Keeps a policy that is not saved yet over a restart of this desk; null: nothing is to be saved any more. */
export const keepPolicy = ({ store }: Engine, kept: KeptPolicy): void => store.settings.write(KEPT, kept)

/** What was kept; null: nothing, or what an older program kept and this one cannot read. */
export const keptPolicy = ({ store }: Engine): KeptPolicy => KeptPolicy.catch(null).parse(store.settings.read<unknown>(KEPT, null))
