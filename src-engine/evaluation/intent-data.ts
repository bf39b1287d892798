import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Example } from '../domain/classify/learn.ts'
import { seeded } from '../domain/classify/seeded.ts'

const Line = z.object({ text: z.string(), intent: z.string().optional(), domain: z.string().optional() })
export type IntentLine = Example & { domain: string | null }

/** Lines of `<data>/<set>/<split>.jsonl`, one without intent as out of scope; null where the file is not there. */
export function readIntents(data: string, set: string, split: string): IntentLine[] | null {
  const file = path.join(data, set, `${split}.jsonl`)
  if (!fs.existsSync(file)) return null
  return fs.readFileSync(file, 'utf8').trim().split('\n').map((line) => Line.parse(JSON.parse(line)))
    .map(({ text, intent, domain }) => ({ text, label: split.startsWith('oos') ? null : (intent ?? null), domain: domain ?? null }))
}

/** `shots` examples of each label, drawn by chance. */
export function drawn(examples: readonly Example[], shots: number, seed: number): Example[] {
  const below = seeded(seed)
  const of = new Map<string | null, Example[]>()
  for (const one of examples) of.set(one.label, [...(of.get(one.label) ?? []), one])
  return [...of.values()].flatMap((own) => Array.from({ length: Math.min(shots, own.length) }, () => own.splice(below(own.length), 1)).flat())
}
