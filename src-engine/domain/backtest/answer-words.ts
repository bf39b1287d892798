import type { Topic } from '../../../src-shared/domain/triage.ts'

/** Words without which a reply is no answer to a question of the topic. A topic that is not listed is never called answered. */
export const ANSWER_WORDS: Readonly<Partial<Record<Topic, RegExp>>> = {
  where_is_order: /物流|快递|包裹|运输|路上|派送|派件|签收|到达|转运|揽收|单号|预计.{0,8}到|parcel|package|tracking|courier|carrier|in transit|on (?:its|the) way|out for delivery|delivered|arriv/iu,
  ship_when: /发货|发出|寄出|出库|打包|现货|预售|ship|dispatch|sent out|leaves? (?:our|the) warehouse/iu,
  order_lookup: /订单|下单|order/iu,
  carrier_choice: /快递|顺丰|圆通|中通|申通|韵达|邮政|ems|courier|carrier|dhl|ups|fedex|usps/iu,
  freight_fee: /运费|邮费|包邮|shipping (?:fee|cost|is)|postage|free shipping|delivery (?:fee|cost)/iu,
  return_eligibility: /退货|退换|七天|7天|无理由|支持退|可以退|不能退|return/iu,
  return_howto: /退货|申请|寄回|退回|地址|return|send (?:it|them) back|label/iu,
  return_arrived: /收到|签收|退回|退货|仓库|验货|received|returned|warehouse/iu,
  refund_progress: /退款|退回|到账|原路|refund|credited|back to your/iu,
  points_member: /积分|会员|等级|权益|points?|member/iu,
  usage_help: /使用|按|打开|关闭|设置|步骤|安装|充电|长按|说明|press|hold|open|turn|setting|step|charge|instruction|manual/iu,
  repair_progress: /维修|检修|修好|寄回|检测|repair|fixed|technician/iu,
  restock: /补货|到货|上架|有货|预计|库存|restock|back in stock|available/iu,
  order_cancel: /取消|关闭|拦截|cancel/iu,
  address_change: /地址|改好|修改|address/iu,
  invoice_request: /发票|开票|invoice|receipt/iu,
  exchange_request: /换货|换|更换|exchange|swap|replace/iu,
  return_request: /退货|申请|寄回|同意|return/iu,
}
