import { expect, test } from 'vitest'
import { costOf, isSpent, NO_BUDGET, NO_USAGE } from '../../src-shared/domain/budget.ts'
import { maskingFor } from '../../src-shared/domain/masking.ts'

test('TR-12 only what cannot leave the house is read as it is (a name that begins like a private address, and lies across the world)', () => {
  const near = ['http://localhost:11434/v1', 'http://127.0.0.1:8080/v1', 'http://0x7f.1/v1', 'http://10.0.0.4/v1', 'http://192.168.1.20:8000/v1', 'http://172.16.0.1/v1', 'http://172.31.255.1/v1', 'http://[::1]:8080/v1', 'http://[fd00::5]/v1', 'http://[fe80::1]/v1']
  const far = ['https://api.example.com/v1', 'http://10.evil.example/v1', 'http://localhost.example.com/v1', 'http://127.0.0.1.nip.example/v1', 'http://172.32.0.1/v1', 'http://172.15.0.1/v1', 'http://192.169.1.1/v1', 'http://8.8.8.8/v1', 'http://[2001:db8::1]/v1', 'http://0.0.0.0/v1', 'http://user:127.0.0.1@api.example.com/v1', 'nowhere', '']
  expect(near.filter((url) => maskingFor(url) !== 'secrets')).toEqual([])
  expect(far.filter((url) => maskingFor(url) !== 'all')).toEqual([])
})

test('TR-9 a budget is spent when the first of its limits is, and never by a price nobody entered', () => {
  const usage = { ...NO_USAGE, input: 900_000, output: 100_000 }
  expect(costOf({ priceIn: 2, priceOut: 8 }, usage)).toBeCloseTo(2.6)
  expect(costOf({ priceIn: null, priceOut: null }, usage)).toBeNull()
  expect(isSpent(NO_BUDGET, usage)).toBe(false)
  expect(isSpent({ ...NO_BUDGET, tokens: 1_000_000 }, usage)).toBe(true)
  expect(isSpent({ ...NO_BUDGET, tokens: 1_000_001, money: 2.5, priceIn: 2, priceOut: 8 }, usage)).toBe(true)
  expect(isSpent({ ...NO_BUDGET, money: 0.01 }, usage)).toBe(false)
})
