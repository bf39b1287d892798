import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ROOT } from '../desk/places.ts'

/** MIT. Fetched when the bench needs it, because it is 119 MB with what it brings along. */
const PACKAGE = 'node-nlp@4.27.0'
const FOLDER = path.join(ROOT, 'out', 'bench', 'node-nlp')

interface Manager {
  addDocument(language: string, text: string, intent: string): void
  train(): Promise<void>
  process(language: string, text: string): Promise<{ intent: string }>
}

/** A manager of node-nlp without its named entities and its log, which is what tells intents. @throws Error where it cannot be fetched */
export function openNodeNlp(): Manager {
  if (!fs.existsSync(path.join(FOLDER, 'node_modules', 'node-nlp'))) {
    fs.mkdirSync(FOLDER, { recursive: true })
    fs.writeFileSync(path.join(FOLDER, 'package.json'), '{"private":true}\n')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', PACKAGE], { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  const { NlpManager } = createRequire(path.join(FOLDER, 'package.json'))('node-nlp') as { NlpManager: new (options: unknown) => Manager }
  return new NlpManager({ languages: ['en'], forceNER: false, autoSave: false, nlu: { log: false } })
}
