import { join } from 'node:path'

/**
 * Where the parts of the app lie; the same inside and outside a package, where `appRoot` is the archive.
 * @param packagedIn folder beside the archive in a package; null outside one
 */
export function placesOf(appRoot: string, packagedIn: string | null) {
  const out = join(appRoot, 'out')
  return {
    /** A native module is loaded from the disk. null: the one that came with its npm package. */
    sqliteBinding: packagedIn === null ? null : join(packagedIn, 'better_sqlite3.node'),
    renderer: join(out, 'renderer'),
    preload: join(out, 'preload', 'index.cjs'),
    engine: join(out, 'engine', 'index.js'),
    gateway: join(out, 'gateway', 'index.js'),
    webChat: join(out, 'webchat'),
    resources: join(appRoot, 'resources'),
    icon: join(appRoot, 'resources', 'icons', 'icon-512.png'),
    trayIcon: join(appRoot, 'resources', 'icons', 'tray.png'),
  }
}
export type Places = ReturnType<typeof placesOf>

/** Where things lie in the folder of one user. */
export function userPlaces(userData: string) {
  return {
    desk: join(userData, 'desk'),
    gateway: join(userData, 'gateway'),
    keys: join(userData, 'keys'),
    logs: join(userData, 'logs'),
    picture: join(userData, 'pictures', 'window.png'),
    window: join(userData, 'window.json'),
    ownWindows: join(userData, 'own-windows.json'),
    side: join(userData, 'side.json'),
    seat: join(userData, 'seat.json'),
    ports: join(userData, 'gateway-ports.json'),
  }
}
export type UserPlaces = ReturnType<typeof userPlaces>
