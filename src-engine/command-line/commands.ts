import fs from 'node:fs'
import { z } from 'zod'
import { openResources } from '../adapters/resources.ts'
import { parseClassifier } from '../domain/classify/file.ts'
import { createClassifier } from '../domain/classify/model.ts'
import { openTriage } from '../open-triage.ts'
import { openDecide } from './decide.ts'
import { openDraft } from './draft/draft.ts'
import { openGuard } from './guard.ts'
import { fromCaller, lineOptions, type LineOptions, type LineWork } from './lines.ts'
import { openMeaning } from './meaning.ts'
import { takeOption } from './options.ts'
import { openShop } from './shop.ts'
import { openSearch } from './search.ts'

interface Command {
  /** @throws Error with one sentence for wrong usage, or for a file that cannot be read */
  open(args: readonly string[]): { options: LineOptions; work: LineWork }
}

export const USAGE = 'usage: deskmate triage|language|search --kb DIR [--k 5]|draft --kb DIR --shop FILE|guard|decide --policy FILE|shop --format tau-retail|ecom-bench --db DIR|classify --model M [--reject T]|learn --out M [--seed N]|import FILE... --out FILE|backtest --policy FILE [--workflow FILE|ID] HISTORY|evaluate [--model M] [--html F] [--in FILE] [--out FILE]   (JSON Lines; see docs/cli.md)'

/** The folder `resources` stands beside `out`. */
export const resources = () => openResources(new URL('../../resources', import.meta.url).pathname)

export const Turn = z.object({ role: z.enum(['customer', 'agent']), text: z.string(), at: z.iso.datetime({ offset: true }).optional() })
const TriageLine = z.object({ id: z.string(), text: z.string(), at: z.iso.datetime({ offset: true }).optional(), history: z.array(Turn).optional(), channel: z.string().optional() })
const TextLine = z.object({ id: z.string(), text: z.string() })

/** Stands in for missing times, so that the same input gives the same output: 2026-01-01T00:00:00Z. */
const NO_TIME = Date.UTC(2026, 0, 1)
export const millis = (at: string | undefined): number => (at === undefined ? NO_TIME : Date.parse(at))

export function openClassifier(model: string | null, reject: string | null) {
  if (model === null) throw new Error('--model FILE is missing')
  if (reject !== null && !(Number(reject) >= 0 && Number(reject) <= 1)) throw new Error('--reject is a number from 0 to 1')
  return createClassifier(parseClassifier(fs.readFileSync(fromCaller(model))), reject === null ? null : Number(reject), openMeaning())
}

/** Commands that answer line by line; `learn` and `evaluate`, which read all before they answer, stand in files of their own. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  triage: {
    open(args) {
      const triage = openTriage(resources())
      return {
        options: lineOptions(args),
        work: (line) => {
          const { id, text, at, history } = TriageLine.parse(line)
          const turns = (history ?? []).slice(-20)
          return { id, ...triage({ text, at: millis(at), attachments: 0, history: turns.map((t) => ({ role: t.role, text: t.text, at: millis(t.at ?? at) })) }) }
        },
      }
    },
  },
  language: {
    open(args) {
      const triage = openTriage(resources())
      return {
        options: lineOptions(args),
        work: (line) => {
          const { id, text } = TextLine.parse(line)
          return { id, ...triage({ text, at: NO_TIME, attachments: 0, history: [] }).language }
        },
      }
    },
  },
  draft: { open: (args) => openDraft(args, resources()) },
  decide: { open: openDecide },
  guard: { open: (args) => openGuard(args, resources()) },
  shop: { open: openShop },
  search: { open: (args) => openSearch(args, resources()) },
  classify: {
    open(args) {
      const model = takeOption(args, '--model')
      const reject = takeOption(model.rest, '--reject')
      const options = lineOptions(reject.rest)
      const classify = openClassifier(model.value, reject.value)
      return {
        options,
        work: (line) => {
          const { id, text } = TextLine.parse(line)
          return { id, ...classify(text) }
        },
      }
    },
  },
}
