import { createHash } from 'node:crypto'
import { hmacSign, joined, type Params } from '../http/sign.ts'
import type { WarehouseMapping } from './mapping.ts'

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
/** Characters, not UTF-16 units or bytes, as `iconv_strlen` counts them. */
const lengthOf = (text: string, digits: number): string => String([...text].length).padStart(digits, '0')

/** 旺店通: `02-name:0004-value` joined by `;`, names in ASCII order, `sign` left out and empty values kept. */
export const wdtPack = (params: Params): string => Object.keys(params).filter((key) => key !== 'sign').sort()
  .map((key) => `${lengthOf(key, 2)}-${key}:${lengthOf(params[key] ?? '', 4)}-${params[key] ?? ''}`).join(';')

const SIGNINGS: Readonly<Record<WarehouseMapping['signing'], (secret: string, params: Params) => string>> = {
  /** 聚水潭: MD5(secret + names and values), lower case. */
  'md5-secret-first': (secret, params) => md5(secret + joined(params)),
  /** 旺店通: MD5(packed + secret), lower case. */
  'wdt-pack': (secret, params) => md5(wdtPack(params) + secret),
  /** 快麦: HMAC-SHA256 over names and values, upper case. */
  'hmac-sha256': (secret, params) => hmacSign('sha256', secret, params),
}

export const signWarehouse = (signing: WarehouseMapping['signing'], secret: string, params: Params): string => SIGNINGS[signing](secret, params)
