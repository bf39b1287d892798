import { coldStart } from './cold-start.ts'
import { firstToken } from './first-token.ts'
import { gateway } from './gateway/gateway.ts'
import { knowledge } from './knowledge.ts'
import { knowledgeReady } from './knowledge-ready.ts'
import type { Measure } from './measure.ts'
import { memory } from './memory.ts'
import { receiveMessages } from './receive.ts'
import { search } from './search.ts'
import { tokenPaint } from './token-paint.ts'
import { triage } from './triage/triage.ts'
import { typing } from './typing.ts'

/** In the order in which they are told. */
export const MEASURES: readonly Measure[] = [coldStart, receiveMessages, search, firstToken, tokenPaint, memory, typing, knowledge, knowledgeReady, gateway, triage]
