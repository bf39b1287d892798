import { join } from 'node:path'

/** Where the parts of the app lie; the same inside and outside a package. */
export function placesOf(appRoot: string) {
  const out = join(appRoot, 'out')
  return {
    renderer: join(out, 'renderer'),
    preload: join(out, 'preload', 'index.cjs'),
    engine: join(out, 'engine', 'index.js'),
    gateway: join(out, 'gateway', 'index.js'),
    webChat: join(out, 'webchat'),
    resources: join(appRoot, 'resources'),
    icon: join(appRoot, 'resources', 'icons', 'icon-512.png'),
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
    seat: join(userData, 'seat.json'),
    ports: join(userData, 'gateway-ports.json'),
  }
}
export type UserPlaces = ReturnType<typeof userPlaces>
