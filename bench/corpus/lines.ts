/** What customers and agents of a shop for electronics and household goods write; `{...}` is filled in, see corpus.ts. */
export interface Lines {
  names: readonly string[]
  customer: readonly string[]
  agent: readonly string[]
  /** Rare on purpose: a search for two of their words has a few hits among a hundred thousand lines. */
  rare: readonly string[]
  goods: readonly string[]
  places: readonly string[]
  carriers: readonly string[]
}

export const ZH: Lines = {
  names: ['小满的妈妈', '陈先生', 'tb_8842', '阿泽', '林夕', '王女士', '爱喝茶的猫', '大白', '周周', '老李家电', '南风知我意', '小鱼'],
  customer: [
    '你好，在吗', '我的{goods}到哪了？订单号 {order}', '都{days}天了怎么还没到{place}', '快递显示已签收，可是我没收到', '{carrier}一直不更新，能帮我催一下吗',
    '{goods}有点小瑕疵，可以换一个吗', '收到的{goods}颜色不对，我要的是白色', '能不能改一下地址，改到{place}', '我想退货，怎么操作', '退款什么时候到账',
    '这个{goods}保修多久', '有没有优惠券，上次说好的', '少发了一个配件', '{goods}充不进电了，才用了{days}天', '包装都压扁了，你们怎么发的货',
    '好的，谢谢', '麻烦快一点', '你们客服电话多少', '能开发票吗', '两个一起买能便宜点吗', '声音有点小，是不是要设置一下', '什么时候发货呀，{place}的', '算了不要了，帮我取消吧',
    '刚才拍错型号了，可以换成大号吗', '请问{goods}支持七天无理由吗', '物流停在{place}转运中心{days}天了', '太慢了，等得着急',
  ],
  agent: [
    '您好，很高兴为您服务', '我帮您查一下，请稍等', '您的{goods}已由{carrier}承运，目前在{place}', '预计{days}天内送达', '已经帮您催促{carrier}了，有消息第一时间告诉您',
    '非常抱歉给您带来不便，这边为您登记换货', '退货请在订单页申请，运费由我们承担', '退款会原路退回，一般{days}个工作日到账', '{goods}享受一年质保', '地址已经帮您备注修改，请留意',
    '配件今天给您补发，单号稍后发给您', '请问方便提供一下照片吗', '好的，已为您记录', '感谢您的理解，祝您生活愉快', '订单 {order} 已经为您处理好了',
  ],
  rare: ['发票抬头写错了，税号是另一家公司的', '海关要求补充报关单，这个怎么弄', '说明书只有日文，能发中文版吗', '门卫代收之后把箱子弄丢了'],
  goods: ['蓝牙耳机', '保温杯', '双肩包', '电热水壶', '台灯', '充电宝', '加湿器', '机械键盘'],
  places: ['杭州', '成都', '西安', '广州', '沈阳', '武汉', '昆明', '青岛'],
  carriers: ['中通', '顺丰', '圆通', '京东快递', '韵达'],
}

export const EN: Lines = {
  names: ['Mia', 'Jonas K.', 'Priya', 'O. Bennett', 'Sam', 'Ana Lucia', 'Tom W.', 'Grace', 'D. Okafor', 'Lena', 'Marc', 'June'],
  customer: [
    'Hi, anybody there?', 'Where is my {goods}? Order {order}', 'It has been {days} days and nothing arrived in {place}', 'Tracking says delivered but I never got it', 'Could you ask {carrier} what is going on',
    'The {goods} has a scratch, can I swap it', 'You sent the wrong colour, I ordered white', 'Can you change my address to {place}', 'I would like to return this', 'When will I get my refund',
    'How long is the warranty on the {goods}', 'Is there a discount code', 'One part is missing from the box', 'The {goods} stopped charging after {days} days', 'The box was crushed when it came',
    'Okay, thank you', 'Please hurry a bit', 'Do you have a phone number', 'Can I get an invoice', 'Is it cheaper if I take two', 'The sound is very low, is there a setting',
    'When do you ship to {place}', 'Never mind, please cancel it', 'I picked the wrong size, can I have the large one', 'Stuck at the {place} hub for {days} days', 'This is taking far too long',
  ],
  agent: [
    'Hello, happy to help', 'Let me look that up for you', 'Your {goods} is with {carrier} and was last seen in {place}', 'It should arrive within {days} days', 'I have asked {carrier} to look into it',
    'I am sorry about that, I have set up an exchange', 'You can start the return from the order page, we pay the postage', 'The refund goes back the way you paid, usually within {days} working days',
    'The {goods} has a one year warranty', 'I have noted the new address', 'The missing part goes out today', 'Could you send us a picture', 'Noted, thank you', 'Have a lovely day', 'Order {order} is taken care of',
  ],
  rare: ['The invoice shows another company with a wrong vat number', 'Customs wants a proforma before they release the parcel', 'The manual is Japanese only, is there an English version', 'The doorman signed and then lost the carton'],
  goods: ['earbuds', 'thermos', 'backpack', 'kettle', 'desk lamp', 'power bank', 'humidifier', 'keyboard'],
  places: ['Leeds', 'Porto', 'Austin', 'Ghent', 'Cork', 'Malmo', 'Graz', 'Lyon'],
  carriers: ['DHL', 'UPS', 'Evri', 'DPD', 'Royal Mail'],
}
