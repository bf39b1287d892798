import type { Conversation } from '../../src-shared/domain/conversation.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import type { Change } from '../../src-shared/wire/protocol.ts'
import { EN, ZH, type Lines } from './lines.ts'
import { seeded, type Random } from './random.ts'

/** 1 March 2026, 00:00 UTC: fixed, and long enough ago that nothing in the corpus is still to be drafted. */
const BEGIN = 1_772_323_200_000
/** Chats that go on at the same time, as on a desk: their messages lie mixed in the log. */
const AT_ONCE = 40
/** One line in so many is one of the rare ones. */
const RARE_EVERY = 1_000

export interface CorpusSize {
  conversations: number
  /** Of each conversation; half of them the customer's. */
  messagesEach: number
}
export const FULL_SIZE: CorpusSize = { conversations: 5_000, messagesEach: 20 }

/** A change of the log and when it happened, in milliseconds since the epoch. */
export interface Dated {
  at: number
  change: Extract<Change, { type: 'conversation' | 'message' }>
}

/** UUID in the form of version 7: the time first, then seeded chance. */
function idAt(at: number, random: Random): string {
  const hex = (digits: number): string => Array.from({ length: digits }, () => random.below(16).toString(16)).join('')
  const time = at.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
}

function fill(line: string, lines: Lines, random: Random): string {
  return line
    .replace('{goods}', () => random.pick(lines.goods))
    .replace('{place}', () => random.pick(lines.places))
    .replace('{carrier}', () => random.pick(lines.carriers))
    .replace('{days}', () => String(2 + random.below(9)))
    .replace('{order}', () => String(2_188_340_000_000_000 + random.below(900_000_000)))
}

interface Chat {
  conversation: Conversation
  lines: Lines
  seq: number
  /** It stays open at the end. */
  open: boolean
  /** Its last line is the customer's: the numbers of the customer's lines are then even. */
  waits: boolean
}

function newChat(at: number, random: Random): Chat {
  const open = random.below(10) === 0
  const lines = random.next() < 0.7 ? ZH : EN
  return {
    open, waits: open && random.below(3) === 0, lines, seq: 0,
    conversation: {
      id: idAt(at, random), shopId: 'demo', channel: 'web', displayName: random.pick(lines.names), customerId: null, verification: 'none',
      status: 'open', assignee: null, createdAt: at, updatedAt: at,
    },
  }
}

function nextMessage(chat: Chat, at: number, random: Random): Message {
  chat.seq += 1
  const ofCustomer = chat.seq % 2 === (chat.waits ? 0 : 1)
  const pool = ofCustomer ? (random.below(RARE_EVERY / 2) === 0 ? chat.lines.rare : chat.lines.customer) : chat.lines.agent
  const author = ofCustomer ? { kind: 'customer' as const, id: 'visitor', name: chat.conversation.displayName } : { kind: 'agent' as const, id: 'seat', name: 'Lin' }
  return { id: idAt(at, random), conversationId: chat.conversation.id, seq: chat.seq, author, text: fill(random.pick(pool), chat.lines, random), attachments: [], at }
}

/**
 * The log of a shop, oldest first: about seven of ten chats Chinese, the others English, `AT_ONCE` at a time. Nine of ten
 * end resolved; of the others every third has a customer waiting (its last line is unanswered).
 */
export function* corpus({ conversations, messagesEach }: CorpusSize = FULL_SIZE, seed = 20_260_301): Generator<Dated> {
  const random = seeded(seed)
  const running: Chat[] = []
  let at = BEGIN
  let begun = 0
  for (;;) {
    while (running.length < AT_ONCE && begun < conversations) {
      const chat = newChat((at += 1_000), random)
      begun += 1
      running.push(chat)
      yield { at, change: { type: 'conversation', conversation: chat.conversation } }
    }
    if (running.length === 0) return
    const chat = random.pick(running)
    at += 1_000 + random.below(4_000)
    yield { at, change: { type: 'message', message: nextMessage(chat, at, random) } }
    if (chat.seq < messagesEach) continue
    running.splice(running.indexOf(chat), 1)
    if (!chat.open) yield { at, change: { type: 'conversation', conversation: { ...chat.conversation, status: 'resolved', updatedAt: at } } }
  }
}
