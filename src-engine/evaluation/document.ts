import { markdownTable, notesOf } from './table.ts'
import type { Row } from './task.ts'

/**
 * docs/evaluation.md: the table as it was measured. Times and memory belong to a machine and are left out.
 * @param day YYYY-MM-DD @param commit that was measured
 */
export function evaluationDocument(rows: readonly Row[], { day, commit }: { day: string; commit: string }): string {
  const shares = rows.filter(({ unit }) => unit === 'share')
  return `# What was measured

Written by \`npm run eval -- --data DIR --write\` on ${day}, commit ${commit}. Shares of 1. “Baseline” is a linear model over tf-idf on the
same split, or what the notes name. A test split is never trained or tuned on; \`jddc_use\`, \`uss_en\` and \`zh_reviews\` are only
measured, nothing that ships has learned from them. Speed and memory are told by the command itself, for the machine it runs on.

${markdownTable(shares)}
${notesOf(shares).map((note) => `- ${note}\n`).join('')}`
}
