// npm run package [-- TARGET]: makes the app in dist/ and prints the path of its executable. TARGET: dir (the app without an
// installer, needs no network), deb, AppImage, dmg, nsis (electron-builder fetches the tools that make installers).
import { build } from './build.mjs'
import { explain, SetUpError } from './lib/errors.mjs'
import { ownArguments } from './lib/foreground.mjs'
import { say } from './lib/progress.mjs'
import { makePackage, TARGETS } from './package/make.mjs'
import { setUp } from './setup/index.mjs'

const [target = 'dir', ...rest] = ownArguments()
try {
  const known = TARGETS[process.platform]?.targets ?? []
  if (rest.length > 0 || !known.includes(target)) throw new SetUpError(`package: unknown target ${[target, ...rest].join(' ')}; here it is one of ${known.join(', ')}.`)
  const ready = await setUp({ for: 'package', quiet: true })
  await build()
  process.stdout.write(`${await makePackage(ready, target)}\n`)
} catch (error) {
  say(explain(error))
  process.exit(1)
}
