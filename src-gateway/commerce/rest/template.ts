import { chinaTime } from '../http/china-time.ts'

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

type Fields = { readonly [key: string]: Json }
const isFields = (value: Json | undefined): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What lies at a JSON pointer (RFC 6901); undefined: nothing. */
export function at(source: Json, pointer: string): Json | undefined {
  if (pointer === '') return source
  return pointer.split('/').slice(1).reduce<Json | undefined>((value, raw) => {
    const key = raw.replaceAll('~1', '/').replaceAll('~0', '~')
    if (Array.isArray(value)) return (value as readonly Json[])[Number(key)]
    return isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined
  }, source)
}

/** How a value is turned on its way: money between minor and major units, times between ISO 8601 and milliseconds or to unix seconds and GMT+8, lists to texts with commas, and to text. */
const TURNS: Readonly<Record<string, (value: Json) => Json>> = {
  minor: (value) => Math.round(Number(value) * 100),
  major: (value) => Number(value) / 100,
  millis: (value) => (value === null ? null : Date.parse(String(value))),
  iso: (value) => (value === null ? null : new Date(Number(value)).toISOString()),
  text: (value) => String(value),
  number: (value) => Number(value),
  seconds: (value) => String(Math.floor(Number(value) / 1000)),
  china: (value) => chinaTime(Number(value)),
  joined: (value) => (Array.isArray(value) ? value.join(',') : String(value)),
  both: (value) => ({ zh: String(value), en: String(value) }),
}

/**
 * Fills a template from a source. A string that begins with `$` is a JSON pointer; `{"$from", "as"?, "in"?, "else"?}` looks up,
 * turns (`as`: one of TURNS), and translates by a table (`in`); `{"$each", "do"}` makes a list.
 * Anything else stands for itself; fields that come to nothing are left out.
 */
export function fill(template: Json, source: Json): Json | undefined {
  if (typeof template === 'string') return template.startsWith('$') ? at(source, template.slice(1)) : template
  if (Array.isArray(template)) return (template as readonly Json[]).map((one) => fill(one, source) ?? null)
  if (!isFields(template)) return template
  if (typeof template['$from'] === 'string') return lookUp(template, source)
  if (typeof template['$each'] === 'string') {
    const list = at(source, template['$each'])
    return Array.isArray(list) ? (list as readonly Json[]).map((one) => fill(template['do'] ?? '$', one) ?? null) : []
  }
  const filled = Object.entries(template).flatMap(([key, value]) => {
    const one = fill(value, source)
    return one === undefined ? [] : [[key, one] as const]
  })
  return Object.fromEntries(filled)
}

function lookUp(template: Fields, source: Json): Json | undefined {
  const found = at(source, String(template['$from']))
  if (found === undefined) return template['else']
  const table = template['in']
  const told = isFields(table) ? (table[String(found)] ?? template['else']) : found
  const turn = TURNS[String(template['as'] ?? '')]
  return told === undefined || !turn ? told : turn(told)
}
