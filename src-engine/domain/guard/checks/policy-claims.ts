import type { Finding } from '../../../../src-shared/domain/draft.ts'
import { finding } from '../finding.ts'
import { spanOf, type Looked } from './looked.ts'

/** A favour of the shop, as it is put in both languages, and the field of a policy that grants it. */
interface Favour { form: RegExp; key: RegExp }
const FAVOURS: readonly Favour[] = [
  { form: /包邮|免运费|免邮费?|运费(?:由)?(?:我们|我方|店铺|商家)(?:来)?(?:出|承担)|(?<![a-z])(?:free (?:shipping|delivery|postage)|(?:shipping|delivery|postage) (?:is|will be) free(?: of charge)?|(?:is|ships?) free (?:over|above|from|for orders)|no (?:shipping|delivery) (?:fee|charge|cost)s?)/gi, key: /free_?(?:shipping|delivery|freight)|包邮/i },
  { form: /免费(?:安排)?上门(?:取件|取货|揽收|退货)?|上门(?:取件|取货)不收费|(?<![a-z])free (?:of charge )?(?:home )?(?:pick-?up|collection)/gi, key: /free_?(?:pickup|collection)|上门取件/i },
  { form: /免费(?:上门)?安装|(?<![a-z])free installation/gi, key: /free_?install|安装/i },
  { form: /全额退(?:款|还|给)|(?<![a-z])full refund/gi, key: /full_?refund|全额/i },
  { form: /仅退款|(?:不用|不需要|无需|不必)(?:您)?(?:寄回|退货|退回来)|(?<![a-z])(?:(?:can|may|to|just) keep (?:it|the (?:item|product|goods))|no need to (?:return|send) (?:it|the)|without return(?:ing)?)/gi, key: /refund_?only|return_?less|仅退款/i },
  { form: /免费退货|退货包运费|包退货运费|(?<![a-z])free returns?(?![a-z])|(?<![a-z])return (?:shipping|postage) is free/gi, key: /free_?return|退货运费/i },
  { form: /(?:赠送|免费送|送)您[^,,。!?]{0,4}(?:一[个份件]|小?礼[物品]|赠品)|(?<![a-z])free gift/gi, key: /gift|赠品/i },
  { form: /(?:终身|永久)(?:免费)?(?:保修|质保|维护|包换)|(?<![a-z])(?:lifetime (?:warranty|guarantee)|guaranteed for life)/gi, key: /lifetime|终身/i },
  { form: /无条件(?:退|换)|(?<![a-z])no[- ]questions[- ]asked/gi, key: /unconditional|无条件/i },
  { form: /延长?保修|延保|(?<![a-z])extended warranty/gi, key: /extended_?warranty|延保/i },
  { form: /保价|价保|(?:补|退)(?:您)?差价|(?<![a-z])price (?:match|protection|adjustment)/gi, key: /price_?(?:match|protection)|价保|保价/i },
  { form: /以旧换新|(?<![a-z])trade-?in(?![a-z])/gi, key: /trade_?in|以旧换新/i },
  { form: /假一(?:赔|罚)[一二三四五六七八九十百\d]+|[三十百\d]倍赔[付偿]|(?<![a-z])(?:double your money back|money[- ]back guarantee)/gi, key: /money_?back|假一/i },
  { form: /免费(?:补发|换新|更换|维修|寄新)|(?<![a-z])free (?:replacement|repair|exchange)/gi, key: /free_?(?:replacement|repair|exchange|resend)|免费/i },
  { form: /(?:只换不修|以换代修|先行赔付|七天无理由|7天无理由|无理由退)|(?<![a-z])(?:instant|immediate) refund/gi, key: /instant_?refund|no_?reason|return_?window|无理由/i },
  { form: /(?:送|发|补)(?:给)?您[^,,。!?]{0,6}(?:优惠券|代金券|无门槛券|会员)|(?<![a-z])(?:send|give|offer) you (?:a|an) [^,.!?]{0,16}(?:coupon|voucher|gift card)/gi, key: /coupon|voucher|优惠券/i },
  { form: /(?:给您|为您)(?:优先发货|加急发货|加急处理|插队)|(?<![a-z])(?:free upgrade|priority shipping)/gi, key: /priority|加急|优先/i },
]
/** `不包邮` denies the favour and grants nothing. */
const DENIED = /(?:不|非|没有?|无法|不能|不支持|(?<![a-z])(?:no|not|cannot|can't|isn't|don't offer|without))\s?$/i

/** Favours that no passage and no field of the policy grants. */
export function ungrantedFavours({ folded, sources, said }: Looked): Finding[] {
  return FAVOURS.flatMap(({ form, key }) => {
    const claimed = positives(folded, form)
    if (claimed.length === 0 || positives(said, form).length > 0) return []
    const isGranted = sources.flags.some((where) => key.test(where)) || sources.known.some((source) => !source.foreign && source.value !== 0 && key.test(source.where)) || sources.words.some((words) => !words.foreign && key.test(words.where))
    return isGranted ? [] : claimed.map((match) => finding(spanOf(match), 'policy', 'warning'))
  })
}

const positives = (text: string, form: RegExp): RegExpMatchArray[] => [...text.matchAll(form)].filter((match) => !DENIED.test(text.slice(Math.max(0, match.index - 8), match.index)))
