import { ABROAD, ABROAD_STREETS, ESTATES, STREETS } from './places.mjs'

/** Pinned people and bulk names -> people with phone and address, by id. `wave` as in generate.mjs. */
export function makePeople({ chance, numbers, wave }) {
  const { weighted, pick, whole } = chance
  const people = wave.people.map(([id, name, language, level, city, note, fixed]) => ({ id, name, language, level, city, note, phone: fixed ?? numbers.phone(chance), bulk: false }))
  wave.names.forEach((name, i) => people.push({
    id: `c${String(wave.firstBulkId + i).padStart(3, '0')}`, name, language: 'zh', level: weighted([['new', 3], ['regular', 5], ['silver', 3], ['gold', 1]]),
    city: pick(wave.cities)[1], note: weighted([['', 8], ['请放驿站,家里白天没人', 1], ['要求发顺丰,自付差价', 1], ['送礼较多,包裹内不放价格单', 1]]), phone: numbers.phone(chance), bulk: true,
  }))
  people.sort((a, b) => (a.id < b.id ? -1 : 1))
  const cityOf = new Map(wave.cities.map((c) => [c[1], c]))
  for (const p of people) {
    if (ABROAD[p.city]) {
      p.address = { name: p.name, phone: p.phone, region: `${ABROAD[p.city][0]} ${p.city}`, detail: ABROAD_STREETS[p.city] }
      continue
    }
    const c = cityOf.get(p.city)
    p.branch = pick(c.slice(5))
    p.address = {
      name: p.name, phone: p.phone, region: `${c[0]} ${p.branch[2]}`,
      detail: `${pick(STREETS)}${whole(6, 288)}号${pick(ESTATES)}${whole(1, 18)}栋${whole(1, 26)}0${whole(1, 6)}`,
    }
  }
  return people
}
