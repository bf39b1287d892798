// What Chromium has to be told about this machine, so that the app starts on desktops, servers and in containers alike.
import { statfsSync } from 'node:fs'

const ENOUGH_SHARED_MEMORY = 256 * 1024 * 1024

/** @param {string} folder */
function bytesFree(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return 0 // it is not there
  }
}

/**
 * @param {{ isVirtualDisplay: boolean, isRoot?: boolean, platform?: NodeJS.Platform, sharedMemory?: number }} machine
 */
export function chromiumFlags({ isVirtualDisplay, isRoot = process.getuid?.() === 0, platform = process.platform, sharedMemory = bytesFree('/dev/shm') }) {
  if (platform !== 'linux') return []
  return [
    ...(isRoot ? ['--no-sandbox'] : []), // Chromium refuses to run as root inside its sandbox
    ...(isVirtualDisplay ? ['--disable-gpu'] : []), // Xvfb has none, and looking for one takes time
    // Containers get 64 MB of it by default, and pages crash when it is used up.
    ...(sharedMemory < ENOUGH_SHARED_MEMORY ? ['--disable-dev-shm-usage'] : []),
  ]
}
