// Electron's default app, for a runtime that came without one: loads the app folder given on the command line.
//
// It has to be an ES module with top-level await. Electron holds back its 'ready' event until the main module has been
// evaluated; a CommonJS file that calls import() returns at once, 'ready' fires before the app's own main has run, and
// its protocol.registerSchemesAsPrivileged() throws.
import { createRequire } from 'node:module'
import { readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const [, ...args] = process.argv
let target
for (let i = 0; i < args.length; i++) {
  const arg = args[i]
  if (arg === '-r' || arg === '--require') {
    // Playwright puts its loader in front of the app that way.
    createRequire(join(process.cwd(), 'index.js'))(args[++i])
  } else if (arg.startsWith('--require=')) {
    createRequire(join(process.cwd(), 'index.js'))(arg.slice('--require='.length))
  } else if (!arg.startsWith('-')) {
    target = resolve(arg)
    break
  }
}

if (!target) {
  console.error('usage: electron [options] FOLDER_OR_FILE')
  process.exit(1)
}

let main = target
if (statSync(target).isDirectory()) {
  const about = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'))
  app.setAppPath(target)
  if (about.version) app.setVersion(about.version)
  const name = about.productName ?? about.name
  if (name) app.setName(name)
  if (about.desktopName) app.setDesktopName(about.desktopName)
  main = join(target, about.main ?? 'index.js')
} else {
  app.setAppPath(dirname(target))
}
await import(pathToFileURL(main).href)
