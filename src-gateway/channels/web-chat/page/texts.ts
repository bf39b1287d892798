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
  verifyTitle: { zh: '核对我的订单', en: 'Confirm my order' },
  verifyWhy: { zh: '核对后，客服才能为您查看物流、处理退换。', en: 'Once confirmed, we can look up your parcel and handle returns.' },
  orderNo: { zh: '订单编号（16 位）', en: 'Order number (16 digits)' },
  phoneLast4: { zh: '下单手机号后四位', en: 'Last four digits of the phone you ordered with' },
  verifyButton: { zh: '核对', en: 'Confirm' },
  verifyWrong: { zh: '没有对上，请检查后再试。还可以试 {n} 次。', en: 'These do not match. Please check. Tries left: {n}.' },
  verifyNone: { zh: '没有对上，次数已用完。请一小时后再试，或直接留言给客服。', en: 'These do not match and there are no tries left. Try again in an hour, or just write to us.' },
  verifyDone: { zh: '核对成功，客服现在可以看到您的订单了。', en: 'Confirmed. We can see your orders now.' },
  verifyOffline: { zh: '现在连不上，请稍后再试。', en: 'No connection right now. Please try again.' },
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

/** The chosen language: what the visitor picked here, else the browser's. */
export function initialLanguage(): Language {
  const kept = localStorage.getItem(LANGUAGE_KEY)
  if (kept === 'zh' || kept === 'en') return kept
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(LANGUAGE_KEY, language)
}

export function textOf(language: Language, key: TextKey, n?: number): string {
  const text: string = TEXTS[key][language]
  return n === undefined ? text : text.replace('{n}', String(n))
}
