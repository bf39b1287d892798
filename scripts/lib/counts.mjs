// How many tests passed and failed, from the test runners' JSON reports.

/** @typedef {{ passed: number, failed: number, note?: string }} Counts */

/** @param {number} skipped */
const skipNote = (skipped) => (skipped > 0 ? `${skipped} skipped, which count as failed: a test that does not run proves nothing` : undefined)

/**
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report vitest's JSON report
 * @param {boolean} filtered whether tests were picked by name on the command line: the others then show up as skipped
 * @returns {Counts}
 */
export function countVitest(report, filtered) {
  let passed = 0
  let failed = 0
  let skipped = 0
  for (const file of report.testResults) {
    for (const { status } of file.assertionResults) {
      if (status === 'passed') passed++
      else if (status === 'failed') failed++
      else skipped++
    }
    // A file that could not even be loaded, or whose set-up failed, has no failed test of its own.
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) failed++
  }
  return filtered ? { passed, failed } : { passed, failed: failed + skipped, note: skipNote(skipped) }
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report Playwright's JSON report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  const note = [skipNote(stats.skipped), stats.flaky > 0 && `${stats.flaky} passed only when tried again`].filter(Boolean).join('; ')
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped + errors.length, note: note || undefined }
}

/**
 * Never lets a stage look better than its exit status: a crash, or a run without any test, is a failure.
 * @param {Counts | null} counts null when there is no report
 * @param {number} code the runner's exit status
 * @returns {Counts}
 */
export function settle(counts, code) {
  if (!counts) return { passed: 0, failed: 1, note: `no report (exit status ${code})` }
  if (counts.failed > 0) return counts
  if (code !== 0) return { ...counts, failed: 1, note: `exit status ${code}, although no test failed` }
  if (counts.passed === 0) return { ...counts, failed: 1, note: 'there was no test to run' }
  return counts
}

/**
 * The stages and the runner's own arguments: `unit e2e -g name` is the stages unit and e2e with `-g name`.
 * @param {readonly string[]} args
 * @param {readonly string[]} names all stages in their order
 * @returns {{ stages: string[], extra: string[] } | { error: string }}
 */
export function parseArguments(args, names) {
  const words = args[0] === '--' ? args.slice(1) : [...args]
  const first = words.findIndex((word) => !names.includes(word))
  const chosen = first < 0 ? words : words.slice(0, first)
  const extra = first < 0 ? [] : words.slice(words[first] === '--' ? first + 1 : first)
  if (chosen.length === 0 && extra.length > 0) return { error: `name a stage before ${extra[0]}: ${names.join(', ')}` }
  return { stages: chosen.length > 0 ? names.filter((name) => chosen.includes(name)) : [...names], extra }
}
