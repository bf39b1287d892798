import { existsSync } from 'node:fs'
import { cp, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { AppError } from '../src-shared/errors.ts'
import { auditCommand } from './audit-command.ts'
import { makeBackup } from './backup/make-backup.ts'
import { checkBackup, restoreBackup } from './backup/restore.ts'
import { BACKUP_PATH } from './backup/route.ts'
import { runningAt } from './backup/running.ts'
import { openApi } from './http-api/openapi.ts'
import { optionsAlone, type Surroundings, USAGE } from './options.ts'
import { cannotStart } from './refusals.ts'
import { KEY_FILE } from './secrets.ts'
import { databaseExists } from './store/sqlite/open.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'

interface Command { print(line: string): void; around: Surroundings }

const usage = (): AppError => cannotStart('usage', `用法：${USAGE}`, `Usage: ${USAGE}`)

/** Takes `--name VALUE` out of the arguments. @throws AppError `usage` where it is missing */
function folderOf(argv: readonly string[], name: string, env: NodeJS.ProcessEnv): { folder: string; rest: string[] } {
  const at = argv.indexOf(name)
  const value = argv[at + 1]
  if (at === -1 || value === undefined || value.startsWith('--')) throw usage()
  return { folder: resolve(env.INIT_CWD ?? '.', value), rest: argv.filter((_, index) => index !== at && index !== at + 1) }
}

async function audit({ around, print }: Command): Promise<number> {
  const [wanted, ...argv] = around.argv
  return auditCommand(wanted, optionsAlone({ ...around, argv }), print)
}

async function openapi({ print }: Command): Promise<number> {
  print(JSON.stringify(openApi(), null, 2))
  return 0
}

/** Of a gateway that runs, by asking it; else by opening its data. */
async function backup({ around, print }: Command): Promise<number> {
  const { folder, rest } = folderOf(around.argv, '--to', around.env)
  if (existsSync(folder)) throw cannotStart('folder-taken', `已经有这个文件夹，请另选一个：${folder}`, `This folder exists already; please name another: ${folder}`)
  const { dataDir, key, seatToken, sqliteBinding } = optionsAlone({ ...around, argv: rest })
  if (!databaseExists(dataDir)) throw cannotStart('no-data', `这个文件夹里没有网关的数据：${dataDir}`, `There is no gateway's data in this folder: ${dataDir}`)
  const files = await backUpStopped().catch((thrown: unknown) => {
    if (thrown instanceof AppError && thrown.code === 'already-running') return askRunning()
    throw thrown
  })
  print(`${files} files in ${folder}; the key is not among them (docs/operations.md)`)
  return 0

  async function backUpStopped(): Promise<number> {
    const store = openSqliteStore({ dataDir, key, sqliteBinding })
    try {
      return (await makeBackup(store, dataDir, folder, Date.now())).files.length
    } finally {
      await store.close()
    }
  }
  async function askRunning(): Promise<number> {
    const url = runningAt(dataDir)
    const answer = url === null ? null : await fetch(url + BACKUP_PATH, { method: 'POST', headers: { authorization: `Bearer ${seatToken}` } }).catch(() => null)
    if (answer === null || !answer.ok) throw cannotStart('backup-refused', '正在运行的网关没有做备份，原因见它的日志。', 'The running gateway did not make a backup; its log tells why.')
    const made = await answer.json() as { folder: string; files: number }
    await rename(made.folder, folder).catch(async () => {
      // Another disk.
      await cp(made.folder, folder, { recursive: true, preserveTimestamps: true })
      await rm(made.folder, { recursive: true })
    })
    return made.files
  }
}

async function verifyBackup({ around, print }: Command): Promise<number> {
  const { folder, rest } = folderOf(around.argv, '--from', around.env)
  const options = optionsWithKey(around, rest)
  const { madeAt, files, head, auditLines, auditWhole } = await checkBackup(folder, options, options.dataDir)
  print(`whole: ${files} files of ${new Date(madeAt).toISOString()}, ${head} events, ${auditLines} lines of the record${auditWhole ? '' : ', WHICH ARE NOT WHOLE'}`)
  return auditWhole ? 0 : 1
}

async function restore({ around, print }: Command): Promise<number> {
  const { folder, rest } = folderOf(around.argv, '--from', around.env)
  const options = optionsWithKey(around, rest)
  const { files, head, madeAt } = await restoreBackup(folder, options.dataDir, options, Date.now())
  print(`restored: ${files} files of ${new Date(madeAt).toISOString()}, ${head} events, in ${options.dataDir}`)
  return 0
}

/** Options of a command that needs the very key of a backup: none is made here. @throws AppError `missing-key` */
function optionsWithKey(around: Surroundings, argv: readonly string[]): ReturnType<typeof optionsAlone> {
  const data = argv[argv.indexOf('--data') + 1]
  const file = data === undefined || !argv.includes('--data') ? null : join(resolve(around.env.INIT_CWD ?? '.', data), KEY_FILE)
  const given = around.env.DESKMATE_KEY
  if ((given === undefined || given === '') && (file === null || !existsSync(file))) {
    throw cannotStart('missing-key', '缺少备份的密钥：请设 DESKMATE_KEY，或先把密钥文件放进 --data 的文件夹（文件名 key）。', 'The backup\'s key is missing: set DESKMATE_KEY, or put the key file into the folder of --data first, under the name key.')
  }
  return optionsAlone({ ...around, argv })
}

const COMMANDS: Readonly<Record<string, (command: Command) => Promise<number>>> = { audit, backup, 'verify-backup': verifyBackup, restore, openapi }

/** What the first argument asks for besides starting a gateway; null: nothing. The answer is the exit status. */
export function commandOf(around: Surroundings, print: (line: string) => void): (() => Promise<number>) | null {
  const [name = '', ...argv] = around.argv
  const run = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  return run === undefined ? null : () => run({ around: { ...around, argv }, print })
}
