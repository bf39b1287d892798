import { CasePlatform } from './case.ts'
import { Channel } from './conversation.ts'

/** What a limit or a switch of autopilot can name as a channel: where customers write, and the platforms whose cases are decided. */
export const ACTING_CHANNELS: readonly string[] = [...new Set([...Channel.options, ...CasePlatform.options])]
