import { isGreeting } from '../../../src-shared/domain/greeting-id.ts'
import { isNightReply } from './night-id.ts'

/** Is this automatic message only polite: the night's word on when people answer, or a campaign's greeting? */
export const answersNothing = (id: string, conversationId: string): boolean => isNightReply(id, conversationId) || isGreeting(id, conversationId)
