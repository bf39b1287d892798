import type { TFunction } from 'i18next'
import type { CallResult } from '../../../src-shared/contract/calls.ts'

/** Most models that are named in one sentence. */
const NAMED = 6

/** The answer of a try, as a sentence that says what to do. */
export function checkWords(result: CallResult<'model.check'>, t: TFunction): string {
  const words = modelWords(result, t)
  return result.meaning === null ? words : `${words} ${t(result.meaning ? 'settings.model.meaning.ok' : 'settings.model.meaning.failed')}`
}

function modelWords({ outcome, ms, models }: CallResult<'model.check'>, t: TFunction): string {
  if (outcome === 'no-name' || outcome === 'unknown-model') {
    return models.length === 0 ? t(`settings.model.${outcome}.empty`, { ms }) : t(`settings.model.${outcome}`, { ms, models: models.slice(0, NAMED).join(', ') })
  }
  return t(`settings.model.${outcome}`, { ms })
}
