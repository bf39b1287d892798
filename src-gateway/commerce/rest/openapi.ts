import { z } from 'zod'

const Parameter = z.looseObject({ name: z.string(), in: z.enum(['path', 'query', 'header', 'cookie']) })
type Parameter = z.infer<typeof Parameter>
const OperationObject = z.looseObject({ operationId: z.string().optional(), parameters: z.array(Parameter).default([]) })
const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const
const PathItem = z.looseObject({ parameters: z.array(Parameter).default([]), ...Object.fromEntries(METHODS.map((method) => [method, OperationObject.optional()])) } as { parameters: z.ZodDefault<z.ZodArray<typeof Parameter>> } & Record<(typeof METHODS)[number], z.ZodOptional<typeof OperationObject>>)

/** As much of an OpenAPI 3.x document as calling needs; parameters stand in place, `$ref` is not followed. */
const Document = z.looseObject({ openapi: z.string().regex(/^3\./u), servers: z.array(z.looseObject({ url: z.string() })).default([]), paths: z.record(z.string(), PathItem) })

export interface Operation { method: string; path: string; parameters: readonly Parameter[] }
export interface Api { /** Of the first server; '' where none is named. */ base: string; operations: ReadonlyMap<string, Operation> }

/** @throws ZodError when the document is no OpenAPI 3.x, or refers to parameters elsewhere */
export function readApi(document: unknown): Api {
  const { servers, paths } = Document.parse(document)
  const operations = new Map<string, Operation>()
  for (const [path, item] of Object.entries(paths)) {
    for (const method of METHODS) {
      const operation = item[method]
      if (operation?.operationId !== undefined) operations.set(operation.operationId, { method: method.toUpperCase(), path, parameters: [...item.parameters, ...operation.parameters] })
    }
  }
  return { base: (servers[0]?.url ?? '').replace(/\/$/u, ''), operations }
}

export interface BuiltRequest { url: string; method: string; headers: Record<string, string> }

/** The request that an operation makes with these values. @throws Error when a part of the path is missing */
export function requestOf({ method, path, parameters }: Operation, base: string, values: Readonly<Record<string, unknown>>): BuiltRequest {
  const headers: Record<string, string> = {}
  const query = new URLSearchParams()
  let filled = path
  for (const { name, in: place } of parameters) {
    const value = values[name]
    if (value === undefined || value === null) continue
    if (place === 'path') filled = filled.replaceAll(`{${name}}`, encodeURIComponent(String(value)))
    else if (place === 'query') for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) query.append(name, String(one))
    else if (place === 'header') headers[name] = String(value)
  }
  // A dot for a name would climb out of the path that was meant.
  if (/\{[^}]+\}/u.test(filled) || filled.split('/').some((part) => part === '.' || part === '..')) throw new Error(`a part of ${path} is missing`)
  return { method, headers, url: `${base}${filled}${query.size > 0 ? `?${query.toString()}` : ''}` }
}
