import { z } from 'zod'
import type { Store } from '../store/index.ts'

/** Where the team's gateway stands in the settings, its token included: the database is encrypted. */
export const TEAM = 'team'
const Stored = z.object({ url: z.url(), token: z.string().min(1), name: z.string() })

/** The gateway of a team that this desk was signed in at; null: it works with its own. */
export const storedTeam = (store: Pick<Store, 'settings'>): z.infer<typeof Stored> | null => Stored.nullable().catch(null).parse(store.settings.read<unknown>(TEAM, null))
