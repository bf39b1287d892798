import { z } from 'zod'
import { Millis } from './text.ts'

/** Tools whose chat exports are known, and any table. */
export const HISTORY_FORMATS = ['qianniu', 'jingmai', 'feige', 'pdd', 'chatwoot', 'zendesk', 'table'] as const
export const HistoryFormat = z.enum(HISTORY_FORMATS)
export type HistoryFormat = z.infer<typeof HistoryFormat>

/** What a column of an export holds. `role`: a word that says which side wrote; `sender`: the name of who did. */
export const COLUMN_ROLES = ['conversation', 'time', 'role', 'sender', 'customer', 'agent', 'text', 'order', 'orderStatus'] as const
export const ColumnRole = z.enum(COLUMN_ROLES)
export type ColumnRole = z.infer<typeof ColumnRole>

/** Which column holds what, by its name in the file; `agents`: names of people of the shop, where no column tells. */
export const HistoryMapping = z.object({
  columns: z.partialRecord(ColumnRole, z.string().max(200)),
  agents: z.array(z.string().min(1).max(80)).max(200).default([]),
})
export type HistoryMapping = z.infer<typeof HistoryMapping>

/** `machine`: a robot's or a system's line. */
export const HistoryTurn = z.object({ role: z.enum(['customer', 'agent', 'machine']), /** null: the export has no times. */ at: Millis.nullable(), /** Masked. */ text: z.string() })
export type HistoryTurn = z.infer<typeof HistoryTurn>

/** A conversation of an export: personal data are placeholders, and its id tells nothing of whom it was with. */
export const HistoryConversation = z.object({
  id: z.string().min(1).max(64),
  format: HistoryFormat.or(z.literal('desk')),
  /** State of the order as the export tells it, one of `OrderStatus`; null: not told. */
  orderStatus: z.string().nullable(),
  /** Was the customer signed in at the platform? null: not told. */
  verified: z.boolean().nullable(),
  turns: z.array(HistoryTurn).min(1),
})
export type HistoryConversation = z.infer<typeof HistoryConversation>

/** Why a row was left out. `broken`: its quotes do not close, or it is no JSON. */
export const SKIPPED_WHY = ['broken', 'text', 'time', 'who', 'conversation'] as const
export const SkippedRow = z.object({ /** From 1, as the file counts. */ row: z.number().int().positive(), why: z.enum(SKIPPED_WHY) })
export type SkippedRow = z.infer<typeof SkippedRow>

/** What a mapping must have before anything can be read with it: the words, and a way to tell the sides apart. */
export function lacks({ columns }: HistoryMapping): ('text' | 'who')[] {
  return [...(columns.text === undefined ? ['text' as const] : []), ...(columns.role === undefined && columns.sender === undefined ? ['who' as const] : [])]
}
