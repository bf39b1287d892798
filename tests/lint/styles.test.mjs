import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const FEATURES = 'src-renderer/features'
const BARE = /^\.([a-z][\w-]*)$/u

/** Classes that a style sheet gives their looks by themselves, not inside another. */
function classesOf(css) {
  const selectors = [...css.replace(/\/\*.*?\*\//gsu, '').matchAll(/([^{}]+)\{/gu)].flatMap(([, list]) => list.split(','))
  return new Set(selectors.flatMap((selector) => BARE.exec(selector.trim())?.[1] ?? []))
}

/** Two features of one feature's folder may share; a page of autopilot is a feature of its own. */
const featureOf = (file) => path.relative(FEATURES, file).split(path.sep).slice(0, file.includes('autopilot/') ? 2 : 1).join('/')

test('CS-13 a class belongs to one feature: what one page gives it changes no other (facts in columns of twelve pixels, because another page drew bars under that name)', () => {
  const owners = new Map()
  const files = readdirSync(FEATURES, { recursive: true }).filter((name) => name.endsWith('.css')).map((name) => path.join(FEATURES, name))
  expect(files.length).toBeGreaterThan(20)
  for (const file of files) for (const name of classesOf(readFileSync(file, 'utf8'))) owners.set(name, new Set([...(owners.get(name) ?? []), featureOf(file)]))
  // Parts of the header of a conversation, which the work on it adds to.
  owners.delete('thread-actions')
  expect([...owners].filter(([, features]) => features.size > 1).map(([name, features]) => `${name}: ${[...features].join(', ')}`)).toEqual([])
})
