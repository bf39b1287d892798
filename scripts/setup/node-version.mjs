import { SetUpError } from '../lib/errors.mjs'

/** As in package.json's "engines": the build tools need it. */
const OLDEST = /** @type {const} */ ([20, 19])

/** @param {string} version of Node.js, such as 20.19.0 */
export function requireNode(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  throw new SetUpError(`Deskmate needs Node.js ${OLDEST.join('.')} or newer and this is ${version}: install a newer one from nodejs.org, then run this again.`)
}
