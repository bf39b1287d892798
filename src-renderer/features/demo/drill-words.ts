import type { TFunction } from 'i18next'
import type { Drill } from '../../../src-shared/contract/desk.ts'

/** What the top line says of drills, so that nobody takes them for real faults; null: none is on. */
export function drillWords({ network, model }: Drill, t: TFunction): string | null {
  if (network) return t(model ? 'drill.both' : 'drill.network')
  return model ? t('drill.model') : null
}
