import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Product } from '../../../src-shared/domain/product.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { isRecord } from '../guard/whose.ts'
import { pick, pickInstant, pickLocal, pickMoney, pickText, textOf, type Place, type Raw } from './fields.ts'
import { CUSTOMER_ID, PRODUCT_ID } from './kinds.ts'

/** The record of a customer, as far as a reply needs it. null: it has no id. */
export function readCustomer(raw: Raw, key: string | null, place: Place): Customer | null {
  const id = pickText(raw, [...CUSTOMER_ID, 'id', '编号']) ?? key ?? pickText(raw, ['name', '姓名'])
  if (id === null) return null
  return {
    id, name: nameOf(raw), language: (pickText(raw, ['language', 'lang', 'locale', 'preferredlanguage', '语言']) ?? '').slice(0, 2).toLowerCase(),
    level: levelOf(pickText(raw, ['level', 'tier', 'membership', 'memberlevel', 'viplevel', 'grade', 'vip', '会员等级', '等级', '会员']) ?? ''),
    phone: pickText(raw, ['phone', 'mobile', 'tel', 'phonenumber', '电话号码', '手机号', '电话']) ?? '', since: pickInstant(raw, ['since', 'createdat', 'joinedat', 'registeredat', '注册时间'], place.timeZone) ?? 0,
    note: pickText(raw, ['note', 'notes', 'remark', 'preferences', '备注', '偏好']) ?? '',
  }
}

function nameOf(raw: Raw): string {
  const name = pick(raw, ['name', 'fullname', 'username', 'nickname', 'displayname', '用户姓名', '姓名', '昵称'])?.value
  const parts = isRecord(name) ? [pickText(name, ['firstname', 'first']), pickText(name, ['lastname', 'last'])] : [textOf(name) ?? pickText(raw, ['firstname']), textOf(name) === null ? pickText(raw, ['lastname']) : null]
  return parts.filter((part) => part !== null).join(' ')
}

const levelOf = (text: string): Customer['level'] =>
  /gold|platinum|diamond|plus|vip|svip|premium|金|钻|白金|黑卡|true/i.test(text) ? 'gold' : /silver|银/i.test(text) ? 'silver' : /new|新/i.test(text) ? 'new' : 'regular'

const NOT_SPECS = new Set(['zh', 'en'])

/** A product of any shop; what its record does not say stays empty. null: it has neither name nor id. */
export function readProduct(raw: Raw, key: string | null, place: Place): Product | null {
  const id = pickText(raw, [...PRODUCT_ID, 'id', '编号']) ?? key
  const title = pickLocal(raw, ['name', 'title', 'productname', '商品名称', '名称', '标题'])
  if (title === null) return null
  const stock = stockOf(raw)
  return {
    id: id ?? title.zh, title, category: pickText(raw, ['category', 'categoryname', 'producttype', '类目', '分类', '品类']) ?? '',
    price: pickMoney(raw, ['price', 'saleprice', 'unitprice', 'currentprice', '商品价格', '价格', '售价', '单价'], place) ?? cheapest(raw, place) ?? { amount: 0, currency: 'CNY' },
    specs: specsOf(raw), variants: variantsOf(raw), warrantyMonths: monthsOf(raw), ...(stock === null ? {} : { stock }),
  }
}

/** What is told of the goods in sentences. */
export const descriptionOf = (raw: Raw): LocalText | null => pickLocal(raw, ['description', 'desc', 'details', 'summary', '商品描述', '描述', '简介', '详情'])

function stockOf(raw: Raw): number | null {
  const value = pick(raw, ['stock', 'inventory', 'stockquantity', 'available', 'availablequantity', 'instock', '库存', '商品库存'])?.value
  if (typeof value === 'boolean') return value ? 1 : 0
  const counted = textOf(value)
  if (counted !== null && /^\d+$/.test(counted)) return Number(counted)
  const variants = entriesOf(raw).map((variant) => variant['available'] ?? variant['stock'] ?? variant['in_stock'])
  if (variants.some((one) => typeof one === 'boolean' || typeof one === 'number')) return variants.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : one === true ? 1 : 0), 0)
  const stated = pickText(raw, ['status', '商品状态', '状态'])
  return stated !== null && /sold_?out|out_?of_?stock|discontinued|下架|缺货|售罄|无货/i.test(stated) ? 0 : null
}

const entriesOf = (raw: Raw): Raw[] => {
  const value = pick(raw, ['variants', 'skus', 'options', '规格列表'])?.value
  return (Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : []).filter(isRecord)
}

/** Of goods that have a price for each version, the lowest. */
function cheapest(raw: Raw, place: Place) {
  const prices = entriesOf(raw).flatMap((variant) => pickMoney(variant, ['price', '价格'], place) ?? [])
  return prices.sort((a, b) => a.amount - b.amount)[0] ?? null
}

function variantsOf(raw: Raw): LocalText[] {
  const value = pick(raw, ['variants', 'skus', '规格列表', 'colors', 'colours', '颜色'])?.value
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.map((one) => ({ zh: one, en: one }))
  return entriesOf(raw).flatMap((variant): LocalText[] => {
    const options = variant['options']
    const words = isRecord(options) ? Object.values(options).flatMap((part) => textOf(part) ?? []) : []
    const name = words.length > 0 ? null : pickLocal(variant, ['name', 'title', 'variant', '规格', '名称'])
    return words.length > 0 ? [{ zh: words.join(' '), en: words.join(', ') }] : name ? [name] : 'zh' in variant ? [{ zh: textOf(variant['zh']) ?? '', en: textOf(variant['en']) ?? '' }] : []
  })
}

function specsOf(raw: Raw): Product['specs'] {
  const value = pick(raw, ['specs', 'specifications', 'attributes', 'params', 'parameters', 'features', '规格参数', '参数', '属性', '规格'])?.value
  if (Array.isArray(value)) {
    return value.filter(isRecord).flatMap((entry) => {
      const [name, said] = [pickLocal(entry, ['name', 'key', 'label', '名称']), pickLocal(entry, ['value', 'text', '值'])]
      return name && said ? [{ name, value: said }] : []
    })
  }
  return Object.entries(isRecord(value) ? value : {}).flatMap(([name, said]) => {
    const text = textOf(said)
    return text === null || NOT_SPECS.has(name) ? [] : [{ name: { zh: name, en: name.replace(/_/g, ' ') }, value: { zh: text, en: text } }]
  })
}

function monthsOf(raw: Raw): number {
  const found = pick(raw, ['warrantymonths', 'warranty', 'warrantyperiod', '保修期', '质保期', '质保', '保修'])
  const count = Number(textOf(found?.value)?.match(/\d+/)?.[0] ?? 0)
  return /year|年/i.test(`${found?.key ?? ''} ${textOf(found?.value) ?? ''}`) ? count * 12 : /month|月/i.test(`${found?.key ?? ''} ${textOf(found?.value) ?? ''}`) ? count : 0
}
