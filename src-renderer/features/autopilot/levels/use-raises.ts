import { useWords } from '../../../app/i18n/use-words.ts'
import { useNames } from './use-names.ts'

const CAPS = ['perCase', 'perCustomerDay', 'perShopDay'] as const

/** In words what a proposal gives more of (`raises` of the policy); a field that this window does not know stands as it is. */
export function useRaises(): (fields: readonly string[]) => string {
  const { t, language } = useWords()
  const names = useNames()
  const one = (field: string): string => {
    const [part = '', of = '', what, which] = field.split('.')
    if (part === 'rates' || part === 'guard' || part === 'review') return t(`raise.${part}`)
    if (part !== 'intents' && part !== 'actions') return field
    const name = names(part === 'intents' ? 'intent' : 'action', of)
    const cap = CAPS.find((known) => known === which)
    if (what === 'level') return t('raise.level', { name })
    return what === 'caps' && cap ? t('raise.caps', { name, cap: t(`rules.cap.${cap}`) }) : field
  }
  return (fields) => new Intl.ListFormat(language, { style: 'narrow' }).format(new Set(fields.map(one)))
}
