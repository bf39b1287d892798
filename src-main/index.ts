import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, protocol } from 'electron'
import { registerScheme } from './app-protocol.ts'
import { readOptions, UsageError, type Options } from './options.ts'
import { startShell } from './shell.ts'

// Top-level code: Electron holds back `ready` until this module has run, and schemes and folders must be set before it.
const options = optionsOrExit()
if (options) {
  registerScheme(protocol)
  // Windows shows notifications, and brings their click back, for the id that the installer registered.
  if (process.platform === 'win32') app.setAppUserModelId('app.deskmate.desk')
  app.setPath('userData', userDataOf(options))
  if (options.headless) app.disableHardwareAcceleration()
  if (app.requestSingleInstanceLock()) {
    void app.whenReady().then(() => startShell(options))
  } else {
    process.stderr.write('Deskmate is open already for this user data folder: its window was brought to the front.\n')
    app.exit(0)
  }
}

function optionsOrExit(): Options | null {
  try {
    return readOptions(process.argv.slice(1), process.env, process.env['INIT_CWD'] ?? process.cwd())
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\n`)
    app.exit(2)
    return null
  }
}

function userDataOf({ userData, demo }: Options): string {
  if (userData !== null) {
    mkdirSync(userData, { recursive: true, mode: 0o700 })
    return userData
  }
  return demo ? mkdtempSync(join(tmpdir(), 'deskmate-demo-')) : app.getPath('userData')
}
