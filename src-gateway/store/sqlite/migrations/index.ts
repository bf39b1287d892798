import { channels } from './0002-channels.ts'
import { log } from './0001-log.ts'
import { spending } from './0003-spending.ts'
import { connectors } from './0004-channels.ts'
import { people } from './0005-people.ts'
import { reviews } from './0006-reviews.ts'
import { shops } from './0007-shops.ts'
import { waiting } from './0008-waiting.ts'
import { integrations } from './0009-integrations.ts'
import { warehouses } from './0010-warehouses.ts'
import { threadStatuses } from './0011-thread-statuses.ts'
import { outcomes } from './0012-outcomes.ts'
import { deliveryPieces } from './0013-delivery-pieces.ts'
import { casesOfOrders } from './0014-cases-of-orders.ts'

/** Forward only; the position in the list + 1 is the schema version. Released entries are never edited. */
export const MIGRATIONS: readonly { name: string; sql: string }[] = [
  { name: '0001-log', sql: log },
  { name: '0002-channels', sql: channels },
  { name: '0003-spending', sql: spending },
  { name: '0004-channels', sql: connectors },
  { name: '0005-people', sql: people },
  { name: '0006-reviews', sql: reviews },
  { name: '0007-shops', sql: shops },
  { name: '0008-waiting', sql: waiting },
  { name: '0009-integrations', sql: integrations },
  { name: '0010-warehouses', sql: warehouses },
  { name: '0011-thread-statuses', sql: threadStatuses },
  { name: '0012-outcomes', sql: outcomes },
  { name: '0013-delivery-pieces', sql: deliveryPieces },
  { name: '0014-cases-of-orders', sql: casesOfOrders },
]
