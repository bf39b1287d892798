import type { TFunction } from 'i18next'
import type { ShiftTarget } from '../../../../src-shared/domain/shift.ts'

/** Whom a hand-over is for. */
export const targetWords = (t: TFunction, { kind, name }: ShiftTarget): string =>
  (kind === 'queue' ? t('shift.to.queue') : kind === 'team' ? t('shift.to.team', { team: name }) : name)
