import { describe, expect, test } from 'vitest'
import { match, numberAsked, numberSpans, readingsOf, soundsOf, type ToPinyin } from './match.ts'

/** Sounds of the few characters used here. */
const SOUNDS: Record<string, string> = { 陈: 'chen', 静: 'jing', 完: 'wan', 结: 'jie', 张: 'zhang', 伟: 'wei' }
const toPinyin: ToPinyin = (han) => [...han].map((c) => SOUNDS[c] ?? c)
const find = (text: string, query: string) => match(text, readingsOf(text, toPinyin), query)

describe('what answers a query', () => {
  test('Z-1 a name is found as written, by its sounds and by their first letters, and the characters that answer are marked', () => {
    expect(find('陈静', '静')?.spans).toEqual([{ start: 1, end: 2 }])
    expect(find('陈静', 'chenj')?.spans).toEqual([{ start: 0, end: 2 }])
    expect(find('陈静', 'cj')?.spans).toEqual([{ start: 0, end: 2 }])
    expect(find('陈静', 'jing')?.spans).toEqual([{ start: 1, end: 2 }])
    expect(find('陈静', 'chen jing')?.spans).toEqual([{ start: 0, end: 2 }])
    expect(find('陈静', 'hen')).toBeNull()
    expect(find('陈静', '')).toBeNull()
  })

  test('Z-1 capitals, full-width letters and emoji before a name shift no mark (offsets are code points of the raw text)', () => {
    expect(find('😀ＡＢＣ陈', 'abc')?.spans).toEqual([{ start: 1, end: 4 }])
    expect(find('😀陈静', 'cj')?.spans).toEqual([{ start: 1, end: 3 }])
  })

  test('Z-2 the whole stands above the beginning, that above a word, that above the inside, and what is written above what only sounds so', () => {
    const scores = [find('wei', 'wei'), find('weiss', 'wei'), find('Anna Wei', 'wei'), find('伟', 'wei'), find('swei', 'wei'), find('张伟', 'wei')].map((hit) => hit?.score ?? 0)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(new Set(scores).size).toBe(6)
  })

  test('Z-2 every word must be found, in any order (else one common word would bring everything)', () => {
    expect(find('Pause autopilot now', 'now pause')?.spans).toEqual([{ start: 0, end: 5 }, { start: 16, end: 19 }])
    expect(find('Pause autopilot now', 'pause chat')).toBeNull()
  })

  test('Z-1 what the database looks through holds everything that the ranking accepts', () => {
    const { sounds, initials } = soundsOf(readingsOf('张伟 Wei', toPinyin))
    expect([sounds, initials]).toEqual(['zhangweiwei', 'zww'])
    expect(soundsOf(readingsOf('Anna', toPinyin))).toEqual({ sounds: '', initials: '' })
  })
})

describe('numbers', () => {
  test('Z-3 four characters with a digit are a number, a word or three digits are not (else every word would search the orders)', () => {
    expect(['2265', '2188 3406-1007', 'sf73100', '226', 'mouse', '订单2265', '22 65'].map(numberAsked)).toEqual(['2265', '218834061007', 'SF73100', null, null, null, '2265'])
  })

  test('Z-3 the digits typed are marked, whatever spaces stand in either', () => {
    expect(numberSpans('2188340610072265', '2265')).toEqual([{ start: 12, end: 16 }])
    expect(numberSpans('SF-7310 0299', '100299')).toEqual([{ start: 5, end: 12 }])
    expect(numberSpans('123', '9')).toEqual([])
  })
})
