import { auditLines, verifyAudit } from './people/audit.ts'
import { cannotStart } from './refusals.ts'
import type { GatewayOptions } from './server.ts'
import { databaseExists } from './store/sqlite/open.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'

/**
 * `gateway audit verify` and `gateway audit export`, while no gateway runs on the folder.
 * @param print takes one line; the export is JSONL, a line of the record each, oldest first
 * @returns the exit status: 1 where the record is not whole
 * @throws AppError `usage`, `no-data`, and whatever opening the store may refuse
 */
export async function auditCommand(wanted: string | undefined, { dataDir, key, sqliteBinding }: Pick<GatewayOptions, 'dataDir' | 'key' | 'sqliteBinding'>, print: (line: string) => void): Promise<0 | 1> {
  if (wanted !== 'verify' && wanted !== 'export') throw cannotStart('usage', '用法：gateway audit verify|export [--data DIR]', 'Usage: gateway audit verify|export [--data DIR]')
  // A new database would be made, and found whole.
  if (!databaseExists(dataDir)) throw cannotStart('no-data', `这个文件夹里没有网关的数据：${dataDir}`, `There is no gateway's data in this folder: ${dataDir}`)
  const store = openSqliteStore({ dataDir, key, sqliteBinding })
  try {
    if (wanted === 'export') {
      for await (const line of auditLines((work) => store.read(work))) print(JSON.stringify(line))
      return 0
    }
    const { lines, head, brokenAt } = await verifyAudit((work) => store.read(work))
    print(brokenAt === null ? `whole: ${lines} lines, the last one's hash is ${head}` : `not whole: line ${brokenAt} is not as it was written, or is missing`)
    return brokenAt === null ? 0 : 1
  } finally {
    await store.close()
  }
}
