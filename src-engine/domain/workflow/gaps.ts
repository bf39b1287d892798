import { bare, money } from '../drafting/format.ts'
import type { Value, Values } from '../../../src-shared/domain/workflow-value.ts'

const GAP = /\{([a-z][a-zA-Z0-9]{0,29}(?:\.[a-z][a-zA-Z0-9]{0,29})?)\}/g

/** The values that a text names, as paths. */
export const gapsOf = (text: string): string[] => [...new Set([...text.matchAll(GAP)].map((match) => match[1] ?? ''))]

/** A value as a customer reads it. */
export function inWords(value: Value, language: 'zh' | 'en'): string {
  switch (value.type) {
    case 'item': case 'variant': return value.value.title
    case 'amount': return money(value.value, language)
    case 'address': {
      const { name, phone, region, detail } = value.value
      return language === 'zh' ? `${region}${detail}，${name} ${phone}` : [`${name} ${phone}`, detail, region].filter((part) => part !== '').join(', ')
    }
    case 'yes-no': return language === 'zh' ? (value.value ? '是' : '否') : value.value ? 'yes' : 'no'
    case 'photo': return language === 'zh' ? `${value.value} 张照片` : value.value === 1 ? '1 photo' : `${value.value} photos`
    case 'date': return value.value.replace(/T(\d\d:\d\d)[^/]*/g, ' $1')
    case 'number': return String(value.value)
    default: return bare(value.value)
  }
}

/** Fills the gaps. @returns null when one of them is not known: half a sentence goes to nobody */
export function filled(text: string, values: Values, language: 'zh' | 'en'): string | null {
  let complete = true
  const said = text.replace(GAP, (_gap, path: string) => {
    const value = values[path]
    if (!value) complete = false
    return value ? inWords(value, language) : ''
  })
  return complete ? said : null
}
