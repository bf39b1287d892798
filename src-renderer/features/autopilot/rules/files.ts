import type { PolicyDraft } from '../../../../src-shared/contract/policies.ts'

/** Hands a policy over as a file; the shell asks the person where to put it. */
export function saveJson(policy: PolicyDraft, fileName: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(policy, null, 2)}\n`], { type: 'application/json' }))
  link.download = fileName
  link.click()
  // The shell may still be asking; the text is small and goes with the window.
}

export type ReadFile = { draft: PolicyDraft } | { line: number; column: number } | { line: null }

/** The text of a file as a policy may be. `line`: where it stops being JSON, counted from 1; null: it is JSON, and no policy. */
export function readJson(text: string): ReadFile {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { draft: value as PolicyDraft } : { line: null }
  } catch (thrown) {
    const at = /position (\d+)/u.exec(String(thrown))?.[1]
    // At the end of a text that is cut off no position is told.
    const before = text.slice(0, at === undefined ? text.length : Number(at)).split('\n')
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  }
}
