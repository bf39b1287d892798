/** What customers and agents write with personal data in it; `{kind}` stands for a value. Written before the masker was measured on them. */
export const SENTENCES: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  zh: [
    '订单{order}到哪了', '帮我查一下{order}', '单号是 {order} 麻烦看下', '我的快递{tracking}三天没动了', '运单号{tracking}，一直显示在途', '快递单号：{tracking}',
    '退货单号{tracking}我寄回去了', '售后单号{case}什么时候处理', '退款编号 {case}，钱还没到', '我电话{phone}', '打我手机 {phone} 就行', '{phone} 让快递打这个号', '联系电话改成{phone}，原来的不用了',
    '手机号 {phone-spaced}', '电话是{phone-spoken}', '你们打{landline}找我爱人', '微信{wechat} 加我说', '我微信号是{wechat}', 'QQ {qq}', 'qq号{qq}可以加', '发票发到{email}', '邮箱：{email}，谢谢',
    '地址改成{address}', '收货地址：{address}', '寄到{address} {name} {phone}', '{name} {phone} {address}', '收件人{name}，电话{phone}，地址{address}', '姓名：{name} 手机：{phone}', '我叫{name}', '我是{name}，昨天下的单',
    '收件人写{name}', '改成{name}收，电话{phone}', '找{surname}先生就行', '{surname}女士 {phone}', '名字是{name} 不是别人', '尾号{tail}的那个手机', '手机后四位{tail}', '放{address}门卫', '我家在{address}', '送到{address-short}就可以',
    '我老公{name}签收的吗', '开票抬头{company}', '抬头：{company} 税号{tax}', '取件码{pickup}打不开柜子', '卡号{card} 退到这张卡', '退到我工商银行卡{card}', '身份证{id}', '实名用的身份证号是{id}', '验证码{code}收到了', '短信验证码是{code}',
    '密码是{password} 帮我登一下', '好的{name}女士，您的订单{order}已经改到{address}', '您好，已登记电话{phone}，快递{tracking}会联系您', '核对一下：{name}，{phone}，{address}，对吗', '两单 {order} 和 {order} 一起发', 'SN码{serial}', '机身序列号 {serial} 报修',
    '骑手电话{phone}打不通', '让{name}接一下', '包裹写的{name}，但我叫{name}',
  ],
  en: [
    'where is order {order}', 'My order number is {order}', 'order #{order} has not shipped', 'tracking {tracking} is stuck', 'Tracking number: {tracking}', 'your label says {tracking}', 'about case {case}', 'RMA {case} - any news?',
    'return number {case}', 'call me on {phone}', 'My phone is {phone}', 'phone: {phone}, after 6pm please', 'new number {phone}, the old one is dead', 'text me at {phone-spaced}', 'you can reach my husband at {phone}', 'email me at {email}', 'My e-mail is {email}.',
    'please send the invoice to {email} and {email}', 'ship it to {address}', 'My address is {address}', 'new address: {address}', 'I moved to {address} last week', 'The parcel went to {address}, that is my neighbour', 'name: {name}, address: {address}, phone: {phone}',
    '{name}, {address}', 'My name is {name}', "I'm {name}, I wrote yesterday", 'This is {name} again', 'Regards, {name}', 'Thanks, {name}', 'it should be addressed to {name}', 'Recipient: {name}', 'Mrs {surname} will pick it up', 'please ask for Mr. {surname}',
    'delivered to {name}? never heard of them', 'the phone ends in {tail}', 'last four digits {tail}', 'my card is {card}', 'refund to card number {card}', 'card {card} was charged twice', 'IBAN {iban}', 'my account: {iban}', 'passport {passport}', 'my SSN is {ssn}',
    'the verification code is {code}', 'I got the code {code}, one-time code', 'password: {password}', 'whatsapp {phone}', 'my wechat is {wechat}', 'invoice to {company}, please', 'serial number {serial}', 'S/N {serial} is broken',
    'Hello {name}, your order {order} goes to {address} now', 'We noted {phone} and {email}', 'To confirm: {name}, {address}, {phone}. Right?', 'orders {order} and {order} together please', 'The driver called from {phone}', 'Put it at {address} if I am out',
    'my wife {name} ordered it', 'tell {name} I am waiting',
  ],
}

/** Others, written after the masker was mended by the first and before it was measured on these; nothing was mended by them. */
export const HELD_OUT: typeof SENTENCES = {
  zh: [
    '麻烦把{order}这单退了', '{order}，{order}，都没发货', '物流{tracking}停在中转站', '受理号{case}', '{name}，{phone}，就这个', '换个号：{phone}', '座机{landline}白天有人', '加V {wechat}', '扣扣{qq}', '电子票发{email}就好',
    '新地址 {address}', '人在{address}，别送老地方', '{address}收，{name}', '收货人姓名改为{name}', '我妈{name}代签的', '叫{name}的那个快递员态度差', '{name}是我同事，他帮我收', '{surname}小姐在吗', '手机末四位是{tail}',
    '打款到{card}户名{name}', '身份证号码{id}，{name}', '收到的验证码 {code}', '登录密码{password}', '公司名{company}，税号{tax}', '取货码{pickup}', '序列号：{serial}', '亲，跟您确认下：{name} {phone} {address}', '给{name}补发一个',
  ],
  en: [
    'Could you check {order} for me', 'still no parcel for {order}', 'USPS shows {tracking} in transit', 'reference {case} please', 'ring {phone} before delivery', 'my cell: {phone-spaced}', 'contact {email} instead', 'I live at {address}', 'deliver to {address} instead please',
    'leave it with {name} next door', '{name} here, still waiting', 'Dear {name}, we have refunded you', 'signed by {name}', 'Best, {name}', 'for Ms {surname}', 'phone ending {tail}', 'use card {card} for it', 'bank: {iban}', 'passport number {passport}', 'my social is {ssn}',
    'code is {code}', 'my password is {password}', 'bill {company}', 'the serial is {serial}', 'Confirming {name}, {phone}, {address}', 'ask my husband {name} on {phone}', 'it says {name} on the box', 'goes to {address}, c/o {name}',
  ],
}
