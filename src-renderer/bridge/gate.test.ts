import { describe, expect, test } from 'vitest'
import { PatchGate } from './gate.ts'

describe('patch gate', () => {
  test('W-1 batches before the answer of desk.open are dropped (else its older rows would overwrite newer ones twice over)', () => {
    const gate = new PatchGate()
    expect(gate.admit(4)).toBe('drop')
    gate.open(5)
    expect(gate.admit(5)).toBe('drop')
    expect(gate.admit(6)).toBe('apply')
    expect(gate.admit(7)).toBe('apply')
  })

  test('W-1 a skipped number is a gap, and nothing is applied until desk.open answered again', () => {
    const gate = new PatchGate()
    gate.open(1)
    expect(gate.admit(3)).toBe('gap')
    expect(gate.admit(4)).toBe('drop')
    gate.open(4)
    expect(gate.admit(5)).toBe('apply')
  })

  test('W-1 a batch that comes twice is applied once (a delta would otherwise be appended twice)', () => {
    const gate = new PatchGate()
    gate.open(0)
    expect(gate.admit(1)).toBe('apply')
    expect(gate.admit(1)).toBe('drop')
    expect(gate.admit(2)).toBe('apply')
  })
})
