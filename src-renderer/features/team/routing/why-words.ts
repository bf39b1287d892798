import type { TFunction } from 'i18next'
import type { RouteReason } from '../../../../src-shared/domain/routing.ts'

/** Why a conversation is where it is, as a sentence of its reasons. */
export const whyWords = (t: TFunction, label: (code: string) => string | null, why: readonly RouteReason[]): string =>
  why.map(({ code, value }) => t(`route.why.${code}`, { value: label(value) ?? value })).join(t('list.comma'))
