import { z } from 'zod'
import { openResources } from '../adapters/resources.ts'
import { createIdentifier, parseLanguageModel } from '../domain/language/model.ts'
import { createTriage, parseLexicon } from '../domain/triage/index.ts'
import { lineOptions, type LineOptions, type LineWork } from './lines.ts'

interface Command {
  options(args: readonly string[]): LineOptions
  open(): LineWork
}

export const USAGE = 'usage: deskmate triage|language [--in FILE] [--out FILE]   (JSON Lines; see docs/cli.md)'

/** The folder `resources` stands beside `out`. */
const resources = () => openResources(new URL('../../resources', import.meta.url).pathname)

const Turn = z.object({ role: z.enum(['customer', 'agent']), text: z.string(), at: z.iso.datetime({ offset: true }).optional() })
const TriageLine = z.object({ id: z.string(), text: z.string(), at: z.iso.datetime({ offset: true }).optional(), history: z.array(Turn).optional(), channel: z.string().optional() })
const LanguageLine = z.object({ id: z.string(), text: z.string() })

/** Stands in for missing times, so that the same input gives the same output: 2026-01-01T00:00:00Z. */
const NO_TIME = Date.UTC(2026, 0, 1)
const millis = (at: string | undefined): number => (at === undefined ? NO_TIME : Date.parse(at))

function openTriage() {
  const files = resources()
  return createTriage(parseLexicon(files.json('triage', 'lexicon.json')), createIdentifier(parseLanguageModel(files.bytes('models', 'language.bin'))))
}

export const COMMANDS: Readonly<Record<string, Command>> = {
  triage: {
    options: lineOptions,
    open() {
      const triage = openTriage()
      return (line) => {
        const { id, text, at, history } = TriageLine.parse(line)
        const turns = (history ?? []).slice(-20)
        return { id, ...triage({ text, at: millis(at), attachments: 0, history: turns.map((t) => ({ role: t.role, text: t.text, at: millis(t.at ?? at) })) }) }
      }
    },
  },
  language: {
    options: lineOptions,
    open() {
      const triage = openTriage()
      return (line) => {
        const { id, text } = LanguageLine.parse(line)
        return { id, ...triage({ text, at: NO_TIME, attachments: 0, history: [] }).language }
      }
    },
  },
}
