// electron-builder calls this before packing. `false` says: the packages are our business (see electron-builder.yml, files).
import { join } from 'node:path'
import { stageModules } from './modules.mjs'

/** @param {{ appDir: string }} context */
export default function beforeBuild({ appDir }) {
  stageModules(appDir, join(appDir, 'out', 'package'))
  return false
}
