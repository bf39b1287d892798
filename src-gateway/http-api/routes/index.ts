import type { Route } from '../route.ts'
import { CONVERSATION_ROUTES } from './conversations.ts'
import { SHOP_ROUTES } from './shop.ts'
import { TICKET_ROUTES } from './tickets.ts'
import { WORK_ROUTES } from './work.ts'

/** Every call of the API; the document is made of this list too. */
export const ROUTES: readonly Route[] = [...CONVERSATION_ROUTES, ...SHOP_ROUTES, ...TICKET_ROUTES, ...WORK_ROUTES]
