import { facts } from './facts.ts'
import { kept } from './storage.ts'

export type Language = 'zh' | 'en'

const LANGUAGE_KEY = 'deskmate.language'

/** Both languages are written, neither is translated word by word. `{n}` is replaced by a number. */
const TEXTS = {
  title: { zh: '在线客服', en: 'Customer support' },
  online: { zh: '客服在线', en: 'We are online' },
  away: { zh: '留言即可，客服上线后回复', en: 'Leave a message; we reply when we are back' },
  connecting: { zh: '正在连接…', en: 'Connecting…' },
  offline: { zh: '网络断开了，正在重连。写好的消息会自动发出。', en: 'No connection, trying again. What you send now goes out by itself later.' },
  otherLanguage: { zh: 'English', en: '中文' },
  messages: { zh: '聊天记录', en: 'Conversation' },
  welcome: { zh: '您好！有什么可以帮您？', en: 'Hello! How can we help?' },
  welcomeHint: { zh: '查物流、退换货、商品问题，直接写在下面就好。', en: 'Parcels, returns, products: just write below.' },
  placeholder: { zh: '输入消息…', en: 'Write a message…' },
  send: { zh: '发送', en: 'Send' },
  picture: { zh: '发送图片', en: 'Send a picture' },
  removePicture: { zh: '移除图片', en: 'Remove picture' },
  pictureUploading: { zh: '图片上传中…', en: 'Uploading…' },
  pictureRetry: { zh: '上传失败，点按重试', en: 'Upload failed, tap to retry' },
  openPicture: { zh: '查看图片', en: 'Open picture' },
  close: { zh: '关闭', en: 'Close' },
  person: { zh: '转人工', en: 'Talk to a person' },
  myOrder: { zh: '我的订单', en: 'My order' },
  verified: { zh: '订单已核对', en: 'Order confirmed' },
  nobody: { zh: '现在没有客服在线。写在下面就行，回复会出现在这里。', en: 'Nobody is here right now. Write below all the same; the answer will be here.' },
  leaveContact: { zh: '留下联系方式', en: 'Leave your contact' },
  contactTitle: { zh: '留言', en: 'Leave a message' },
  contactName: { zh: '称呼', en: 'Your name' },
  contactEmail: { zh: '邮箱（邮箱和电话至少填一个）', en: 'E-mail (or a phone number below)' },
  contactPhone: { zh: '电话', en: 'Phone' },
  contactText: { zh: '想问什么', en: 'How can we help?' },
  contactSend: { zh: '提交', en: 'Send' },
  contactOne: { zh: '请填写邮箱或电话。', en: 'Please give an e-mail address or a phone number.' },
  contactMailPossible: { zh: '填了邮箱，回复会发到邮箱；只填电话，客服看得到号码，回复在这里等您。', en: 'With an e-mail address the answer comes by mail. With a phone number alone it waits for you here; support sees the number.' },
  contactMail: { zh: '客服回来后会回复到这个邮箱，这里也能看到。', en: 'We answer to this address when we are back; the answer is here as well.' },
  contactNoMail: { zh: '客服看得到您的联系方式，但目前不能回邮件：请回到这里看回复。', en: 'Support sees how to reach you, but cannot answer by mail at the moment: please look here for the answer.' },
  contactHere: { zh: '客服看得到您的联系方式。回复会在这里等您。', en: 'Support sees how to reach you. The answer waits for you here.' },
  contactOffline: { zh: '现在连不上。您写的都还在，请稍后再提交。', en: 'No connection right now. What you wrote is still here; please send it again in a moment.' },
  leftMail: { zh: '留言收到了。回复会发到您的邮箱，这里也能看到。', en: 'We have your message. The answer comes to your e-mail address, and is here as well.' },
  leftHere: { zh: '留言收到了。请回到这里看回复。', en: 'We have your message. Please look here for the answer.' },
  closeChat: { zh: '收起聊天', en: 'Close the chat' },
  verifyTitle: { zh: '核对我的订单', en: 'Confirm my order' },
  verifyWhy: { zh: '核对后，客服才能为您查看物流、处理退换。', en: 'Once confirmed, we can look up your parcel and handle returns.' },
  orderNo: { zh: '订单编号（16 位）', en: 'Order number (16 digits)' },
  phoneLast4: { zh: '下单手机号后四位', en: 'Last four digits of the phone you ordered with' },
  verifyButton: { zh: '核对', en: 'Confirm' },
  verifyWrong: { zh: '没有对上，请检查后再试。还可以试 {n} 次。', en: 'These do not match. Please check. Tries left: {n}.' },
  verifyNone: { zh: '没有对上，次数已用完。请一小时后再试，或直接留言给客服。', en: 'These do not match and there are no tries left. Try again in an hour, or just write to us.' },
  verifyDone: { zh: '核对成功，客服现在可以看到您的订单了。', en: 'Confirmed. We can see your orders now.' },
  verifyOffline: { zh: '现在连不上，请稍后再试。', en: 'No connection right now. Please try again.' },
  rateTitle: { zh: '这次服务您满意吗？', en: 'How did we do?' },
  rateHint: { zh: '选一个分数，5 最满意', en: 'Choose a number, 5 is best' },
  rate1: { zh: '很不满意', en: 'Very bad' },
  rate2: { zh: '不满意', en: 'Bad' },
  rate3: { zh: '一般', en: 'So-so' },
  rate4: { zh: '满意', en: 'Good' },
  rate5: { zh: '很满意', en: 'Very good' },
  rateWords: { zh: '想说点什么？可以不写', en: 'Anything to add? You need not' },
  rateSend: { zh: '提交评价', en: 'Send' },
  rateLater: { zh: '先不评价', en: 'Not now' },
  rateChip: { zh: '评价这次服务', en: 'Rate this chat' },
  ratedChip: { zh: '已评价，可修改', en: 'Rated. Change it' },
  rateOffline: { zh: '现在连不上，评价没有提交，请稍后再试。', en: 'No connection, so this was not sent. Please try again.' },
  awayUntil: { zh: '现在休息，{when} 起有人回复，可以先留言', en: 'We are closed until {when}; leave a message' },
  awayClosed: { zh: '现在休息，可以先留言', en: 'We are closed right now; leave a message' },
  sending: { zh: '发送中', en: 'Sending' },
  sent: { zh: '已发送', en: 'Sent' },
  unsent: { zh: '还没发出，会自动重试', en: 'Not sent yet, will retry' },
  failed: { zh: '没能发出', en: 'Could not be sent' },
  retry: { zh: '重发', en: 'Try again' },
  discard: { zh: '删除', en: 'Delete' },
  automatic: { zh: '自动回复', en: 'Automatic reply' },
  agent: { zh: '客服', en: 'Support' },
  you: { zh: '我', en: 'You' },
  typing: { zh: '客服正在输入…', en: 'Support is typing…' },
  newMessages: { zh: '有新消息', en: 'New messages' },
  recalled: { zh: '客服撤回了一条消息', en: 'Support took a message back' },
  quotedOwn: { zh: '我', en: 'You' },
  quotedGone: { zh: '这条消息已撤回', en: 'This message was taken back' },
  quotedPicture: { zh: '[图片]', en: '[Picture]' },
  goToQuoted: { zh: '跳到引用的消息', en: 'Go to the quoted message' },
  today: { zh: '今天', en: 'Today' },
  yesterday: { zh: '昨天', en: 'Yesterday' },
} as const satisfies Record<string, Record<Language, string>>

export type TextKey = keyof typeof TEXTS

/** The chosen language: what the visitor picked here, else what the shop's page or the shop says, else the browser's; Chinese, or for all others English. */
export function initialLanguage(): Language {
  const chosen = kept.getItem(LANGUAGE_KEY)
  if (chosen === 'zh' || chosen === 'en') return chosen
  const { language } = facts.look
  const wanted = new URLSearchParams(location.search).get('lang') ?? (language === 'auto' ? navigator.language : language)
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

export function keepLanguage(language: Language): void {
  kept.setItem(LANGUAGE_KEY, language)
}

export function textOf(language: Language, key: TextKey, n?: number): string {
  const text: string = TEXTS[key][language]
  return n === undefined ? text : text.replace('{n}', String(n))
}
