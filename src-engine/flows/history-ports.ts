import type { BacktestReport } from '../../src-shared/domain/backtest.ts'
import type { FlowReport } from '../../src-shared/domain/flow-backtest.ts'
import type { HistoryConversation, HistoryFormat, HistoryMapping, SkippedRow } from '../../src-shared/domain/history.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'
import type { Workflow } from '../../src-shared/domain/workflow.ts'
import type { Shape } from '../domain/history/index.ts'

/** Holds policies and workflows against conversations that were read once. */
export interface Backtester {
  /** @param onRead conversations so far @throws when it is stopped */
  read(batches: Iterable<readonly HistoryConversation[]>, onRead: (conversations: number) => void): Promise<void>
  judge(policy: Policy): Promise<BacktestReport>
  /** @param flow without sub-flows @param policy whose rows the workflow's actions are under */
  walk(flow: Workflow, policy: Policy): Promise<FlowReport>
  /** Ends it; what is asked still is refused. */
  stop(): void
}

/** A chat export and what is known of it; null: to be guessed. */
export interface HistoryFile { name: string; format: HistoryFormat | null; mapping: HistoryMapping | null; /** IANA zone of its times. */ timeZone: string }
/** What was read of one. */
export interface ReadHistory { shape: Shape; conversations: HistoryConversation[]; turns: number; skipped: SkippedRow[]; skippedCount: number }
/** Reads chat exports without keeping anybody waiting. */
export interface HistoryReader {
  /** @param bytes the file's beginning; all of it for workbooks, pages and JSON @throws AppError when it is no export */
  preview(file: HistoryFile, bytes: Uint8Array): Promise<Shape>
  /** Takes a file piece by piece; each is answered with the turns so far. @throws AppError when it is no export */
  open(file: HistoryFile): { push(bytes: Uint8Array): Promise<number>; end(): Promise<ReadHistory>; stop(): void }
}
