import type { Attachment } from '../../src-shared/domain/attachment.ts'
import type { Db } from './db/open.ts'

/** What stands in a composer beside the words: pictures, and the id of the message that they answer. */
export interface UnsentParts {
  attachments: Attachment[]
  quoteId: string | null
}

export function createUnsentPartsStore(db: Db) {
  return {
    get(conversationId: string): UnsentParts {
      const row = db.get<{ attachments: string; quote_id: string | null }>('SELECT attachments, quote_id FROM unsent_parts WHERE conversation_id = ?', conversationId)
      return row ? { attachments: JSON.parse(row.attachments) as Attachment[], quoteId: row.quote_id } : { attachments: [], quoteId: null }
    },
    set(conversationId: string, { attachments, quoteId }: UnsentParts): void {
      if (attachments.length === 0 && quoteId === null) db.run('DELETE FROM unsent_parts WHERE conversation_id = ?', conversationId)
      else {
        db.run(
          'INSERT INTO unsent_parts (conversation_id, attachments, quote_id) VALUES (?, ?, ?) ON CONFLICT (conversation_id) DO UPDATE SET attachments = excluded.attachments, quote_id = excluded.quote_id',
          conversationId, JSON.stringify(attachments), quoteId,
        )
      }
    },
  }
}
