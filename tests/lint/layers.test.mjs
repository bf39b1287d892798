import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import { forbidden, packageOf, resolveRelative } from '../../scripts/lint/layers.mjs'

test.each([
  ['src-engine/domain/triage/index.ts', 'node:fs'],
  ['src-engine/domain/triage/index.ts', '../../store/messages.ts'],
  ['src-engine/flows/send-reply.ts', '../adapters/gateway-link.ts'],
  ['src-engine/store/messages.ts', '../flows/send-reply.ts'],
  ['src-engine/boot.ts', 'electron'],
  ['src-renderer/app/main.tsx', '../../src-engine/boot.ts'],
  ['src-renderer/app/main.tsx', 'electron'],
  ['src-main/index.ts', '../src-engine/boot.ts'],
  ['src-main/index.ts', '../src-gateway/server.ts'],
  ['src-preload/index.ts', 'zod'],
  ['src-preload/index.ts', '../src-shared/contract/calls.ts'],
  ['src-gateway/server.ts', '../src-shared/contract/calls.ts'],
  ['src-gateway/server.ts', 'openai'],
  ['src-shared/domain/order.ts', '../contract/desk.ts'],
  ['src-shared/errors.ts', 'node:path'],
])('L-1 %s may not import %s (a wrong arrow would land unseen)', (file, specifier) => {
  expect(forbidden(file, specifier)).toMatch(/must not import/)
})

test.each([
  ['src-engine/domain/triage/index.ts', '../../../src-shared/domain/triage.ts'],
  ['src-engine/flows/send-reply.ts', '../store/messages.ts'],
  ['src-engine/adapters/model.ts', 'openai'],
  ['src-engine/boot.ts', './adapters/gateway-link.ts'],
  ['src-preload/index.ts', '../src-shared/contract/port-name.ts'],
  ['src-gateway/server.ts', '../src-shared/wire/seat.ts'],
  ['src-engine/domain/triage/index.test.ts', 'fast-check'],
])('L-1 %s may import %s (a rule that forbids everything would be switched off)', (file, specifier) => {
  expect(forbidden(file, specifier)).toBeNull()
})

test('L-1 the rule speaks through eslint itself (a plugin that is not wired finds nothing)', async () => {
  const eslint = new ESLint({ cwd: new URL('../..', import.meta.url).pathname })
  const [result] = await eslint.lintText("import { app } from 'electron'\nexport const x = app\n", { filePath: 'src-engine/domain/wrong.ts' })
  expect(result.messages.map((m) => m.ruleId)).toContain('layers/direction')
})

test('L-2 specifiers are read as written (scoped packages and deep paths)', () => {
  expect(packageOf('@tanstack/react-query')).toBe('@tanstack/react-query')
  expect(packageOf('react-dom/client')).toBe('react-dom')
  expect(resolveRelative('src-a/b/c.ts', '../d.ts')).toBe('src-a/d.ts')
})
