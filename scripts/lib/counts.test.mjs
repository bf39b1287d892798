import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, parseArguments, settle } from './counts.mjs'

/** @param {string} status @param {string[]} tests */
const file = (status, ...tests) => ({ status, assertionResults: tests.map((each) => ({ status: each })) })

describe('counting vitest’s tests', () => {
  it('a file that cannot be loaded counts as failed, although it has no failed test', () => {
    const report = { testResults: [file('passed', 'passed', 'passed'), file('failed')] }
    expect(countVitest(report, false)).toMatchObject({ passed: 2, failed: 1 })
  })

  it('a file with failed tests is not counted once more itself', () => {
    expect(countVitest({ testResults: [file('failed', 'passed', 'failed', 'failed')] }, false)).toMatchObject({ passed: 1, failed: 2 })
  })

  it('skipped and to-do tests count as failed, and that is said', () => {
    const counts = countVitest({ testResults: [file('passed', 'passed', 'skipped', 'todo', 'pending')] }, false)
    expect(counts).toMatchObject({ passed: 1, failed: 3 })
    expect(counts.note).toMatch(/3 skipped/)
  })

  it('picking tests by name does not make the others fail', () => {
    expect(countVitest({ testResults: [file('passed', 'passed', 'skipped')] }, true)).toMatchObject({ passed: 1, failed: 0 })
  })
})

describe('counting Playwright’s tests', () => {
  it('skipped tests and errors outside any test count as failed', () => {
    const counts = countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 0, skipped: 2 }, errors: [{}] })
    expect(counts).toMatchObject({ passed: 5, failed: 4 })
    expect(counts.note).toMatch(/2 skipped/)
  })

  it('a test that passed only when tried again is counted, and told of', () => {
    const counts = countPlaywright({ stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 0 }, errors: [] })
    expect(counts).toMatchObject({ passed: 6, failed: 0 })
    expect(counts.note).toMatch(/tried again/)
  })
})

describe('a stage’s result', () => {
  it('a runner that crashed without a report is a failure, also with exit status 0', () => {
    expect(settle(null, 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('an error outside the tests is a failure, although all tests passed', () => {
    expect(settle({ passed: 7, failed: 0 }, 1)).toMatchObject({ passed: 7, failed: 1 })
  })

  it('a stage in which no test ran is a failure', () => {
    expect(settle({ passed: 0, failed: 0 }, 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('a failure is not counted twice because of the exit status', () => {
    expect(settle({ passed: 7, failed: 2 }, 1)).toEqual({ passed: 7, failed: 2 })
  })
})

describe('the arguments of npm test', () => {
  const names = ['typecheck', 'lint', 'unit', 'contract', 'e2e']

  it('without any, all stages run', () => {
    expect(parseArguments([], names)).toEqual({ stages: names, extra: [] })
  })

  it('stages run in their own order, so that a cheap one is never behind a dear one', () => {
    expect(parseArguments(['e2e', 'unit'], names)).toEqual({ stages: ['unit', 'e2e'], extra: [] })
  })

  it('a runner’s argument that is called like a stage is not taken for one', () => {
    expect(parseArguments(['e2e', '-g', 'unit'], names)).toEqual({ stages: ['e2e'], extra: ['-g', 'unit'] })
    expect(parseArguments(['--', 'unit', '--', 'lint'], names)).toEqual({ stages: ['unit'], extra: ['lint'] })
  })

  it('a misspelt stage is an error, not a run of everything', () => {
    expect(parseArguments(['untit'], names)).toHaveProperty('error')
  })
})
