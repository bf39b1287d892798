import type { InboxRow, ThreadMessage } from '../../src-shared/contract/desk.ts'
import type { Draft } from '../../src-shared/domain/draft.ts'

/** Rows, messages and drafts for the unit tests of this folder and of features/. */
export const CONVERSATION = '01900000-0000-7000-8000-000000000001'

export function row(id: string, change: Partial<InboxRow> = {}): InboxRow {
  return {
    id, displayName: id, channel: 'web', verification: 'none', lastLine: '', lastBy: 'customer', lastAt: 0, lastSeq: 1, waitingSince: null, clock: null, snooze: null, section: 'needs-you', chip: null, emotionLevel: 0,
    escalation: 0, topics: [], marks: [], language: 'zh', draft: 'none', flagged: change.chip === 'angry', flagDismissed: false, ...change,
  }
}

export function message(id: string, seq: number | null, change: Partial<ThreadMessage> = {}): ThreadMessage {
  return {
    id, conversationId: CONVERSATION, seq, author: { kind: 'customer', id: 'c', name: 'c' }, text: id, attachments: [], at: (seq ?? 99) * 1000, delivery: seq === null ? 'queued' : 'received',
    holdReason: null, verdict: null, ...change,
  }
}

export function draft(id: string, text: string, change: Partial<Draft> = {}): Draft {
  return {
    id, conversationId: CONVERSATION, basedOnSeq: 1, state: 'streaming', text, by: 'local', promptVersion: '1', language: 'zh', citations: [], findings: [], problem: null, startedAt: 0, finishedAt: null,
    ...change,
  }
}
