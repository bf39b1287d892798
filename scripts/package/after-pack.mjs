// electron-builder calls this when everything is in place and before the fuses are flipped and anything is signed.
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Electron 35 is the first that SQLite's shipped binaries load in (Node-API 10). */
const PREBUILT_SINCE = 35
/** Names of electron-builder's architectures by their number. */
const ARCHITECTURES = ['ia32', 'x64', 'armv7l', 'arm64', 'universal']

/**
 * The SQLite binding for a package.
 * @param {{ electronVersion: string, platform: string, arch: string, projectDir: string, compiled: string | undefined }} target
 * `compiled`: one made for this machine's Electron, where the shipped one does not load
 * @throws Error when there is none that works
 */
export function sqliteBinding({ electronVersion, platform, arch, projectDir, compiled }) {
  if (Number.parseInt(electronVersion, 10) < PREBUILT_SINCE) {
    if (!compiled || platform !== process.platform || arch !== process.arch) throw new Error(`Electron ${electronVersion} for ${platform}-${arch} needs a compiled SQLite binding: make the package with npm run package.`)
    return compiled
  }
  const shipped = join(projectDir, 'node_modules', 'better-sqlite3', 'prebuilds', `${platform}-${arch}.node`)
  if (!existsSync(shipped)) throw new Error(`There is no SQLite binding for ${platform}-${arch}.`)
  return shipped
}

/** @param {import('electron-builder').AfterPackContext} context */
export default function afterPack({ packager, appOutDir, electronPlatformName, arch }) {
  const resources = packager.getResourcesDir(appOutDir)
  // Electron's default app or the stand-in for it, and what tells set-up which runtime this is.
  rmSync(join(resources, 'app'), { recursive: true, force: true })
  rmSync(join(resources, 'default_app.asar'), { force: true })
  for (const name of ['deskmate-floor', 'version']) rmSync(join(appOutDir, name), { force: true })
  copyFileSync(sqliteBinding({
    electronVersion: packager.info.framework.version, platform: electronPlatformName, arch: ARCHITECTURES[arch] ?? '',
    projectDir: packager.info.projectDir, compiled: process.env.DESKMATE_SQLITE_BINDING,
  }), join(resources, 'better_sqlite3.node'))
}
