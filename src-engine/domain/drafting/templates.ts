import { z } from 'zod'

/** A file of `resources/templates/`: each phrase in one or more wordings, so that no sentence has to be said twice. */
const TemplateFile = z.object({
  language: z.string().regex(/^[a-z]{2}$/),
  version: z.string().min(1),
  phrases: z.record(z.string(), z.array(z.string().min(1)).min(1)),
})

export type Templates = {
  /** Goes into `Draft.promptVersion`. */
  version: string
  languages: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>
}

/** Parses template files. zh and en must be there and hold the same keys; others may know a part of them. Throws ZodError or Error. */
export function parseTemplates(files: readonly unknown[]): Templates {
  const parsed = files.map((file) => TemplateFile.parse(file))
  const languages = new Map(parsed.map((file) => [file.language, file.phrases]))
  const zh = Object.keys(languages.get('zh') ?? {})
  const en = Object.keys(languages.get('en') ?? {})
  const odd = [...zh.filter((key) => !en.includes(key)), ...en.filter((key) => !zh.includes(key))]
  if (zh.length === 0 || odd.length > 0) throw new Error(`templates: zh and en differ in ${odd.join(', ') || 'everything'}`)
  return { version: `templates.v${[...new Set(parsed.map((file) => file.version))].sort().join('+')}`, languages }
}

/** The wordings of a phrase with their variables filled in; a wording whose variable is unknown or empty is left out, unless it is written `{name?}`. */
export function wordings(phrases: Readonly<Record<string, readonly string[]>>, key: string, vars: Readonly<Record<string, string>>): string[] {
  return (phrases[key] ?? []).flatMap((wording) => {
    const names = [...wording.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
    if (names.some((name) => !vars[name])) return []
    return [wording.replace(/\{(\w+)\??\}/g, (_, name: string) => vars[name] ?? '')]
  })
}
