import type { z } from 'zod'
import type { ApiScope } from '../../src-shared/domain/integration.ts'
import type { AuditRef } from '../../src-shared/domain/audit.ts'
import type { ApiKeyRow } from '../store/integrations.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'

type Shape = z.ZodObject
/** What every call is given: whose key it is and the gateway's clock. */
interface Asked<P extends Shape> { key: ApiKeyRow; now: number; params: z.output<P> }

interface About<P extends Shape, R extends z.ZodType> {
  /** `operationId`; also what the record calls it, after `api.`. */
  id: string
  /** Below `/api/v1`; `{name}` for each of `params`. */
  path: string
  /** null: any key that holds. */
  scope: ApiScope | null
  summary: string
  about?: string
  params: P
  result: R
}

export interface ReadRoute<P extends Shape = Shape, Q extends Shape = Shape, R extends z.ZodType = z.ZodType> extends About<P, R> {
  method: 'GET'
  query: Q
  read(tx: ReadTx, asked: Asked<P> & { query: z.output<Q> }): Promise<z.input<R>>
}

export interface WriteRoute<P extends Shape = Shape, B extends Shape = Shape, R extends z.ZodType = z.ZodType> extends About<P, R> {
  method: 'POST' | 'PATCH'
  body: B
  /** Done once per key and `Idempotency-Key`, in one transaction with its line of the record. `requestId` is made of the two. */
  write(tx: WriteTx, asked: Asked<P> & { body: z.output<B>; requestId: string }): Promise<{ result: z.input<R>; ref: AuditRef }>
}

/** A route whose schemas are no longer known to the compiler; `serve` parses by them. */
export type Route = ReadRoute | WriteRoute

// The schemas that parse are the ones that typed the work, so that forgetting them is safe.
export const reading = <P extends Shape, Q extends Shape, R extends z.ZodType>(route: Omit<ReadRoute<P, Q, R>, 'method'>): Route => ({ method: 'GET', ...route }) as unknown as Route
export const writing = <P extends Shape, B extends Shape, R extends z.ZodType>(method: 'POST' | 'PATCH', route: Omit<WriteRoute<P, B, R>, 'method'>): Route => ({ method, ...route }) as unknown as Route
