import type { OutcomeSum, OutcomeWrites, ToldDay } from '../outcomes.ts'
import { fromJson, type Statements } from './rows.ts'

interface ToldRow { log_id: string; seat_id: string; account_id: string; day: string; told: string; summed: string }
interface SumRow { topic: OutcomeSum['topic']; from_day: string; until_day: string; counts: string }

const toToldDay = (row: ToldRow): ToldDay => ({ logId: row.log_id, seatId: row.seat_id, accountId: row.account_id, day: row.day, told: fromJson(row.told), summed: fromJson(row.summed) })

/** The tables of what became of drafts, as desks told it and as it is summed. */
export class SqliteOutcomes implements OutcomeWrites {
  private readonly sql: Statements

  constructor(sql: Statements) {
    this.sql = sql
  }

  async toldDay({ logId, seatId, accountId, day }: Parameters<OutcomeWrites['toldDay']>[0]): Promise<ToldDay | null> {
    const row = this.sql.one<ToldRow>('SELECT * FROM told_outcomes WHERE day = ? AND log_id = ? AND seat_id = ? AND account_id = ?', day, logId, seatId, accountId)
    return row === null ? null : toToldDay(row)
  }

  async toldDays(): Promise<ToldDay[]> {
    return this.sql.all<ToldRow>('SELECT * FROM told_outcomes ORDER BY day, log_id, seat_id, account_id').map(toToldDay)
  }

  async outcomeSums(since: string): Promise<OutcomeSum[]> {
    return this.sql.all<SumRow>('SELECT topic, from_day, until_day, counts FROM outcome_sums WHERE until_day >= ? ORDER BY id', since)
      .map((row) => ({ topic: row.topic, from: row.from_day, until: row.until_day, counts: fromJson(row.counts) }))
  }

  async putToldDay({ logId, seatId, accountId, day, told, summed }: ToldDay): Promise<void> {
    this.sql.run(
      `INSERT INTO told_outcomes (day, log_id, seat_id, account_id, told, summed) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (day, log_id, seat_id, account_id) DO UPDATE SET told = excluded.told, summed = excluded.summed`,
      day, logId, seatId, accountId, JSON.stringify(told), JSON.stringify(summed))
  }

  async addOutcomeSum({ topic, from, until, counts }: OutcomeSum): Promise<void> {
    this.sql.run('INSERT INTO outcome_sums (topic, from_day, until_day, counts) VALUES (?, ?, ?, ?)', topic, from, until, JSON.stringify(counts))
  }

  async forgetOutcomes(day: string): Promise<void> {
    this.sql.run('DELETE FROM told_outcomes WHERE day < ?', day)
    this.sql.run('DELETE FROM outcome_sums WHERE until_day < ?', day)
  }
}
