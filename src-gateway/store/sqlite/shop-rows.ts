import type { Intent, ShopConnection, ShopLetter, ShopWarehouse, ShopWrites } from '../shops.ts'
import { fromJson, type Statements } from './rows.ts'

interface Body { body: string }

/** The tables of the shops behind HTTP. */
export class SqliteShops implements ShopWrites {
  private readonly sql: Statements

  constructor(sql: Statements) {
    this.sql = sql
  }

  async connections(): Promise<ShopConnection[]> {
    return this.sql.all<Body>('SELECT body FROM shop_connections ORDER BY id').map((row) => fromJson<ShopConnection>(row.body))
  }

  async connection(id: string): Promise<ShopConnection | null> {
    const row = this.sql.one<Body>('SELECT body FROM shop_connections WHERE id = ?', id)
    return row === null ? null : fromJson<ShopConnection>(row.body)
  }

  async connectionOf(orderNo: string): Promise<string | null> {
    return this.sql.one<{ connection_id: string }>('SELECT connection_id FROM shop_orders WHERE order_no = ?', orderNo)?.connection_id ?? null
  }

  async value(connectionId: string, name: string): Promise<string | null> {
    return this.sql.one<{ value: string }>('SELECT value FROM shop_values WHERE connection_id = ? AND name = ?', connectionId, name)?.value ?? null
  }

  async intent(id: string): Promise<Intent | null> {
    const row = this.sql.one<Body>('SELECT body FROM shop_intents WHERE id = ?', id)
    return row === null ? null : fromJson<Intent>(row.body)
  }

  async intents(): Promise<Intent[]> {
    return this.sql.all<Body>('SELECT body FROM shop_intents ORDER BY id').map((row) => fromJson<Intent>(row.body))
  }

  async intentsOf(orderNo: string): Promise<Intent[]> {
    return this.sql.all<Body>('SELECT body FROM shop_intents WHERE order_no = ? ORDER BY id', orderNo).map((row) => fromJson<Intent>(row.body))
  }

  async warehouse(connectionId: string): Promise<ShopWarehouse | null> {
    const row = this.sql.one<Body>('SELECT body FROM shop_warehouses WHERE connection_id = ?', connectionId)
    return row === null ? null : fromJson<ShopWarehouse>(row.body)
  }

  async warehouses(): Promise<ShopWarehouse[]> {
    return this.sql.all<Body>('SELECT body FROM shop_warehouses ORDER BY connection_id').map((row) => fromJson<ShopWarehouse>(row.body))
  }

  async putWarehouse(warehouse: ShopWarehouse): Promise<void> {
    this.sql.run('INSERT INTO shop_warehouses (connection_id, body) VALUES (?, ?) ON CONFLICT (connection_id) DO UPDATE SET body = excluded.body', warehouse.connectionId, JSON.stringify(warehouse))
  }

  async removeWarehouse(connectionId: string): Promise<void> {
    this.sql.run('DELETE FROM shop_warehouses WHERE connection_id = ?', connectionId)
  }

  async letters(limit: number): Promise<ShopLetter[]> {
    return this.sql.all<Body>('SELECT body FROM shop_letters ORDER BY at DESC, id DESC LIMIT ?', limit).map((row) => fromJson<ShopLetter>(row.body))
  }

  async putConnection(connection: ShopConnection): Promise<void> {
    this.sql.run('INSERT INTO shop_connections (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body', connection.id, JSON.stringify(connection))
  }

  async removeConnection(id: string): Promise<void> {
    this.sql.run('DELETE FROM shop_connections WHERE id = ?', id)
    await this.removeWarehouse(id)
    this.sql.run('DELETE FROM shop_values WHERE connection_id = ?', id)
    this.sql.run(`DELETE FROM shop_letters WHERE json_extract(body, '$.connectionId') = ?`, id)
  }

  async putOwner(orderNo: string, connectionId: string): Promise<void> {
    this.sql.run('INSERT INTO shop_orders (order_no, connection_id) VALUES (?, ?) ON CONFLICT (order_no) DO UPDATE SET connection_id = excluded.connection_id', orderNo, connectionId)
  }

  async putValue(connectionId: string, name: string, value: string): Promise<void> {
    this.sql.run('INSERT INTO shop_values (connection_id, name, value) VALUES (?, ?, ?) ON CONFLICT (connection_id, name) DO UPDATE SET value = excluded.value', connectionId, name, value)
  }

  async putIntent(intent: Intent): Promise<void> {
    this.sql.run('INSERT INTO shop_intents (id, order_no, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body', intent.id, intent.orderNo, JSON.stringify(intent))
  }

  async removeIntent(id: string): Promise<void> {
    this.sql.run('DELETE FROM shop_intents WHERE id = ?', id)
  }

  async putLetter(letter: ShopLetter): Promise<void> {
    this.sql.run('INSERT INTO shop_letters (id, at, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at, body = excluded.body', letter.id, letter.at, JSON.stringify(letter))
  }

  async removeLetter(id: string): Promise<void> {
    this.sql.run('DELETE FROM shop_letters WHERE id = ?', id)
  }

  async uncountSpending(effectId: string): Promise<void> {
    this.sql.run('DELETE FROM spending WHERE effect_id = ?', effectId)
  }
}
