/**
 * The direction of the arrows: which layer may import which. A file belongs to the first layer whose prefix it starts
 * with; an import that is not listed is an error. `files` are layers of ours, `packages` npm packages (`node:` = all of
 * Node's own modules, `*` = any package).
 */
export const LAYERS = [
  { name: 'shared domain', prefix: 'src-shared/domain/', files: ['src-shared/domain/'], packages: ['zod'] },
  { name: 'shared', prefix: 'src-shared/', files: ['src-shared/'], packages: ['zod'] },
  { name: 'preload', prefix: 'src-preload/', files: ['src-preload/', 'src-shared/contract/port-name.ts'], packages: ['electron'] },
  { name: 'web chat page', prefix: 'src-gateway/channels/web-chat/page/', files: ['src-gateway/channels/web-chat/page/', 'src-shared/domain/', 'src-shared/wire/', 'src-shared/errors.ts'], packages: ['socket.io-client', 'uuid'] },
  { name: 'gateway', prefix: 'src-gateway/', files: ['src-gateway/', 'src-shared/domain/', 'src-shared/wire/', 'src-shared/errors.ts'], packages: ['node:', 'zod', 'uuid', 'pino', 'fastify', '@fastify/static', '@fastify/cookie', 'socket.io', 'better-sqlite3', 'imapflow', 'nodemailer', 'mailparser', 'htmlparser2', 'ws', 'prom-client'] },
  { name: 'renderer', prefix: 'src-renderer/', files: ['src-renderer/', 'src-shared/'], packages: ['react', 'react-dom', '@tanstack/react-query', '@tanstack/react-virtual', '@xyflow/react', 'i18next', 'react-i18next', 'lucide-react', 'pinyin-pro', 'uuid', 'zod'] },
  { name: 'night desk', prefix: 'src-night/', files: ['src-night/', 'src-engine/boot.ts', 'src-engine/flows/night-counts.ts', 'src-engine/store/db/folder-lock.ts', 'src-gateway/server.ts', 'src-main/keys.ts', 'src-main/seat.ts', 'src-shared/'], packages: ['node:', 'pino'] },
  { name: 'shell', prefix: 'src-main/', files: ['src-main/', 'src-shared/'], packages: ['electron', 'node:', 'zod'] },
  { name: 'engine domain', prefix: 'src-engine/domain/', files: ['src-engine/domain/', 'src-shared/'], packages: ['zod', 'pinyin-pro'] },
  { name: 'engine db', prefix: 'src-engine/store/db/', files: ['src-engine/store/db/', 'src-shared/'], packages: ['node:', 'better-sqlite3'] },
  { name: 'engine store', prefix: 'src-engine/store/', files: ['src-engine/store/', 'src-engine/domain/knowledge/tokens.ts', 'src-engine/domain/search/pinyin.ts', 'src-shared/'], packages: ['zod', 'better-sqlite3'] },
  { name: 'engine adapters', prefix: 'src-engine/adapters/', files: ['src-engine/adapters/', 'src-engine/domain/drafting/model-port.ts', 'src-engine/domain/knowledge/embedding/port.ts', 'src-shared/'], packages: ['node:', 'zod', 'openai', 'socket.io-client', 'pino', 'uuid', 'papaparse', 'read-excel-file', 'fflate', 'htmlparser2', 'unpdf'] },
  { name: 'engine jobs', prefix: 'src-engine/jobs/', files: ['src-engine/jobs/', 'src-engine/flows/', 'src-engine/domain/', 'src-engine/store/', 'src-shared/'], packages: ['zod'] },
  { name: 'engine flows', prefix: 'src-engine/flows/', files: ['src-engine/flows/', 'src-engine/domain/', 'src-engine/store/', 'src-engine/jobs/', 'src-shared/'], packages: ['zod'] },
  { name: 'engine training', prefix: 'src-engine/training/', files: ['src-engine/training/', 'src-engine/evaluation/own-corpus.ts', 'src-engine/domain/'], packages: ['node:', 'zod'] },
  { name: 'engine', prefix: 'src-engine/', files: ['src-engine/', 'src-shared/'], packages: ['node:', 'zod', 'uuid'] },
]

/** Tests may import anything of their own program, the test libraries and Node. */
const TEST_PACKAGES = ['vitest', 'fast-check', 'node:', '@playwright/test', 'playwright', '@axe-core/playwright']

/** The npm package (or `node:`) that an import specifier names; null for a relative one. */
export function packageOf(specifier) {
  if (specifier.startsWith('.') || specifier.startsWith('/')) return null
  if (specifier.startsWith('node:')) return 'node:'
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]
}

/** Resolves a relative specifier against the importing file; both are paths from the repository root with `/`. */
export function resolveRelative(from, specifier) {
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.split('?')[0].split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/**
 * Why this import is forbidden, or null when it is allowed.
 * @param {string} file path of the importing file from the repository root, with `/`
 * @param {string} specifier as written in the import
 */
export function forbidden(file, specifier) {
  const layer = LAYERS.find((l) => file.startsWith(l.prefix))
  if (!layer) return null
  const isTest = /\.test\.tsx?$/.test(file)
  const pkg = packageOf(specifier)
  if (pkg !== null) {
    if (layer.packages.includes(pkg) || (isTest && TEST_PACKAGES.includes(pkg))) return null
    return `${layer.name} must not import the package ${pkg}`
  }
  const target = resolveRelative(file, specifier)
  if (layer.files.some((prefix) => target.startsWith(prefix))) return null
  if (isTest && (target.startsWith('tests/support/') || target.startsWith('resources/') || target.startsWith(file.split('/')[0] + '/'))) return null
  return `${layer.name} must not import ${target}`
}
