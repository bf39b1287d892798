import type { TFunction } from 'i18next'
import type { RowPromise } from '../../../src-shared/contract/promises.ts'
import type { Promised } from '../../../src-shared/domain/follow-up.ts'
import type { DeskLanguage } from '../../../src-shared/domain/text.ts'
import { date, dateTime, money, timeIn } from '../../ui/format.ts'

const DAY = 86_400_000

/** `refund ¥20.00` */
export function promiseWords(t: TFunction, { kind, amount }: Pick<Promised, 'kind' | 'amount'>, language: DeskLanguage): string {
  return [t(`promises.kind.${kind}`), amount && money(amount, language)].filter(Boolean).join(' ')
}

/** `today 18:00`, `tomorrow 12:00`, `1 Dec 18:00`, in the shop's zone. @param now gateway time */
export function dueWords(t: TFunction, at: number, now: number, language: DeskLanguage, zone: string | undefined): string {
  const day = date(at, language, zone)
  const time = timeIn(at, language, zone)
  if (day === date(now, language, zone)) return t('promises.today', { time })
  if (day === date(now + DAY, language, zone)) return t('promises.tomorrow', { time })
  return dateTime(at, language, zone)
}

export type PromiseTone = 'calm' | 'warn' | 'late'

/** Grey, amber when it calls for attention, red past its time. @param now gateway time */
export const promiseTone = ({ alarmAt, dueAt }: Pick<RowPromise, 'alarmAt' | 'dueAt'>, now: number): PromiseTone => (now >= dueAt ? 'late' : now >= alarmAt ? 'warn' : 'calm')
