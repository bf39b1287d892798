import type { Resources } from './adapters/resources.ts'
import { parseClockRules, type ClockRules } from './domain/clocks/rules.ts'
import { parseTemplates, type Templates } from './domain/drafting/templates.ts'
import { parseTerms, type Terms } from './domain/promises/terms.ts'
import type { WritingPrompts } from './domain/writing/prompts.ts'
import type { Workflow } from '../src-shared/domain/workflow.ts'
import { parseWorkflows } from './domain/workflow/templates.ts'
import { parseRulePacks, type RulePack } from './domain/guard/index.ts'

const PROMPT_VERSION = 'draft.v3'
const MASKED_VERSION = 'masked.v1'
const COPILOT_VERSION = 'copilot.v1'

/** The drafter's own files: templates, system prompt, rule packs. @throws when one is malformed, naming what. */
export function loadDrafting(resources: Resources): { templates: Templates; prompt: { version: string; text: string; masked: string }; writing: WritingPrompts; copilotPrompt: { version: string; text: string }; rules: RulePack[] } {
  const jsons = (folder: string): unknown[] => resources.list(folder).filter((name) => name.endsWith('.json')).map((name) => resources.json(folder, name))
  const prompt = (version: string): WritingPrompts['rewrite'] => ({ version, text: resources.text('prompts', `${version}.md`) })
  return {
    templates: parseTemplates(jsons('templates')),
    prompt: { version: PROMPT_VERSION, text: resources.text('prompts', `${PROMPT_VERSION}.md`), masked: resources.text('prompts', `${MASKED_VERSION}.md`) },
    writing: { rewrite: prompt('rewrite.v1'), translate: prompt('translate.v1'), expand: prompt('expand.v1') },
    copilotPrompt: { version: COPILOT_VERSION, text: resources.text('prompts', `${COPILOT_VERSION}.md`) },
    rules: parseRulePacks(jsons('rules')),
  }
}

/** Within what time each channel wants its customers answered. @throws when the file is malformed, naming what. */
export const loadClocks = (resources: Resources): ClockRules => parseClockRules(resources.json('clocks', 'response.json'))

/** By when the shop's promises are to be kept. @throws when the file is malformed, naming what. */
export const loadPromiseTerms = (resources: Resources): Terms => parseTerms(resources.json('promises', 'terms.json'))

/** The workflows that ship. @throws when one is malformed, naming which. */
export const loadWorkflows = (resources: Resources): Workflow[] => parseWorkflows(resources.list('workflows').map((name) => resources.json('workflows', name)))
