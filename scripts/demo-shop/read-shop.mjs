// What the tests of the demo shop share: its files, and how they say what is wrong.
import { readFileSync } from 'node:fs'

export const DIR = new URL('../../resources/demo-shop/', import.meta.url)
export const readPart = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, DIR), 'utf8'))
export const ids = (rows, key = 'id') => rows.map((r) => r[key])
/** What is wrong, as a list: an empty list is a pass and a failure names the records. */
export const wrong = (rows, check, name = (r) => r.id ?? r.no) => rows.flatMap((r) => (check(r) ? [] : [name(r)]))
