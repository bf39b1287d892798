import type { AuditRef } from '../../src-shared/domain/audit.ts'

/** Besides every field whose name ends in `Id`: what tells what was done, in codes. */
const NAMES: ReadonlySet<string> = new Set(['id', 'orderNo', 'status', 'state', 'scope', 'ceiling', 'why', 'confirm', 'deleted', 'disposition', 'basedOn', 'paused', 'open', 'role', 'disabled', 'capacity', 'kind', 'intent', 'revision', 'to', 'level'])
/** Parts of an argument that say what was done. */
const PARTS: ReadonlySet<string> = new Set(['action', 'act', 'change', 'author', 'by'])
/** An id or a code: no spaces, so that no sentence is taken for one. */
const CODE = /^[\w.:+-]{1,64}$/

const isTold = (name: string): boolean => NAMES.has(name) || /Ids?$/.test(name)

/** What the record keeps of a call's argument: ids and codes. Whatever holds words has another name or does not look like a code. */
export function recordedRef(params: object, prefix = ''): AuditRef {
  const ref: AuditRef = {}
  for (const [name, value] of Object.entries(params) as [string, unknown][]) {
    const key = `${prefix}${name}`
    // Why a level goes up without evidence is a supervisor's own word, and the record is where it is looked for.
    if (prefix === '' && name === 'override' && typeof field(value, 'reason') === 'string') ref['override.reason'] = String(field(value, 'reason')).slice(0, 120)
    else if (prefix === '' && PARTS.has(name) && typeof value === 'object' && value !== null) Object.assign(ref, recordedRef(value, `${name}.`))
    else if (!isTold(name)) continue
    else if (typeof value === 'boolean' || typeof value === 'number' || value === null) ref[key] = value
    else if (typeof value === 'string' && CODE.test(value)) ref[key] = value
  }
  return ref
}

/** How a call ended, as its answer tells: `accepted`, `conflict`, `proposed`, `refused`; `done` where it tells nothing. */
export function outcomeOf(result: unknown): string {
  for (const part of [result, field(result, 'outcome'), field(field(result, 'effect'), 'outcome')]) {
    for (const name of ['status', 'state']) {
      const told = field(part, name)
      if (typeof told === 'string' && CODE.test(told)) return told
    }
  }
  return 'done'
}

const field = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined)
