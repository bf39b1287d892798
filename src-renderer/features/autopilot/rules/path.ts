/** Something as a form has it: fields by name, lists by number, and values that may be wrong. */
type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => value !== null && typeof value === 'object' && !Array.isArray(value)

/** What stands at a path; undefined where nothing is. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (isFields(at) ? at[key] : undefined), value)
}

/** The same with another value at that path; undefined takes the field out. */
export function withValue(fields: Fields, path: readonly string[], value: unknown): Fields {
  const [key, ...rest] = path
  if (key === undefined) return fields
  const inner = fields[key]
  const next = rest.length === 0 ? value : withValue(isFields(inner) ? inner : {}, rest, value)
  if (next !== undefined) return { ...fields, [key]: next }
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))
}

/** The fields that hold something; what holds nothing, such as a cap without a number, goes. undefined: nothing is left. */
export function filled(fields: Fields): Fields | undefined {
  const left = Object.entries(fields).flatMap(([name, value]) => {
    const kept = isFields(value) ? filled(value) : value
    return kept === undefined ? [] : [[name, kept] as const]
  })
  return left.length === 0 ? undefined : Object.fromEntries(left)
}

/** Do both hold the same, in whatever order the fields stand? */
export function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, n) => same(one, b[n]))
  if (!isFields(a) || !isFields(b)) return Object.is(a, b)
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => same(a[name], b[name]))
}
