import type { Db } from './db/open.ts'

/** Something that customers asked and nothing answered. */
export interface KeptQuestion {
  id: string
  /** ''; none that is known. */
  productId: string
  topic: string | null
  language: 'zh' | 'en'
  /** Without what belongs to one customer. */
  text: string
  state: 'open' | 'answered' | 'dismissed'
  /** The article that answers it. */
  articleId: string | null
}

/** A message in which it was asked. */
export interface QuestionSource {
  messageId: string
  conversationId: string
  at: number
}

interface Row {
  id: string
  product_id: string
  topic: string | null
  language: KeptQuestion['language']
  text: string
  state: KeptQuestion['state']
  article_id: string | null
}

const read = (row: Row): KeptQuestion => ({ id: row.id, productId: row.product_id, topic: row.topic, language: row.language, text: row.text, state: row.state, articleId: row.article_id })

export function createQuestionStore(db: Db) {
  return {
    put(one: KeptQuestion): void {
      db.run(
        'INSERT OR REPLACE INTO open_question (id, product_id, topic, language, text, state, article_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
        one.id, one.productId, one.topic, one.language, one.text, one.state, one.articleId,
      )
    },
    get(id: string): KeptQuestion | null {
      const row = db.get<Row>('SELECT * FROM open_question WHERE id = ?', id)
      return row ? read(row) : null
    },
    open: (): KeptQuestion[] => db.all<Row>("SELECT * FROM open_question WHERE state = 'open' ORDER BY id").map(read),
    /** Whatever became of them. */
    ofProduct: (productId: string): KeptQuestion[] => db.all<Row>('SELECT * FROM open_question WHERE product_id = ? ORDER BY id', productId).map(read),
    answeredBy: (articleId: string): KeptQuestion[] => db.all<Row>('SELECT * FROM open_question WHERE article_id = ? ORDER BY id', articleId).map(read),
    /** Ids of those that were asked in a conversation. */
    askedIn: (conversationId: string): Set<string> => new Set(db.all<{ question_id: string }>('SELECT DISTINCT question_id FROM open_question_source WHERE conversation_id = ?', conversationId).map((row) => row.question_id)),
    /** A message counts once, however often it is drafted for. */
    addSource(questionId: string, { messageId, conversationId, at }: QuestionSource): void {
      db.run('INSERT OR IGNORE INTO open_question_source (message_id, question_id, conversation_id, at) VALUES (?, ?, ?, ?)', messageId, questionId, conversationId, at)
    },
    hasSource: (messageId: string): boolean => db.get('SELECT 1 FROM open_question_source WHERE message_id = ?', messageId) !== undefined,
    /** Newest first. */
    sources(questionId: string): QuestionSource[] {
      return db.all<{ message_id: string; conversation_id: string; at: number }>('SELECT message_id, conversation_id, at FROM open_question_source WHERE question_id = ? ORDER BY at DESC, message_id', questionId)
        .map((row) => ({ messageId: row.message_id, conversationId: row.conversation_id, at: row.at }))
    },
  }
}
