import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packageOf, resolveRelative } from '../../scripts/lint/layers.mjs'

const IMPORT = /^(?:import (?!type )(?:[^'"()]*? from )?|export [{*][^'"()]*? from )['"]([^'"]+)['"]/gm

/** Files and packages that are loaded before the first line of `file` runs: `import type` and `import()` are not among them. */
function loadedWith(file, seen = new Set()) {
  if (seen.has(file)) return seen
  seen.add(file)
  if (!/\.tsx?$/.test(file)) return seen
  for (const [, specifier] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    const name = packageOf(specifier)
    if (name) seen.add(name)
    else loadedWith(resolveRelative(file, specifier), seen)
  }
  return seen
}

test('BE-14 the page starts without the schema library, the table of sounds and the dialogs (one import would bring them all back)', () => {
  const loaded = loadedWith('src-renderer/app/main.tsx')
  expect([...loaded]).toEqual(expect.arrayContaining(['react', 'src-renderer/features/inbox/Row.tsx', 'src-shared/domain/demo-day.ts']))
  const late = ['zod', 'pinyin-pro', 'src-renderer/features/palette/Palette.tsx', 'src-renderer/features/settings/SettingsDialog.tsx', 'src-renderer/features/help/HelpDialog.tsx', 'src-renderer/features/phrases/PhrasesDialog.tsx']
  expect(late.filter((name) => loaded.has(name))).toEqual([])
})

test('WE-7 the page of autopilot starts without what draws a picture (its library would be fetched with every start)', () => {
  const loaded = loadedWith('src-renderer/features/autopilot/AutopilotPage.tsx')
  expect([...loaded]).toEqual(expect.arrayContaining(['src-renderer/features/autopilot/workflows/WorkflowList.tsx']))
  expect([...loaded].filter((name) => name.startsWith('@xyflow/') || name.includes('/workflows/picture/'))).toEqual([])
})
