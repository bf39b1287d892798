import type { ColumnRole, HistoryFormat } from '../../../src-shared/domain/history.ts'

/**
 * Names of columns, most telling first; compared without blanks, case and signs. The tools publish no list of theirs: these are
 * the words that they show for the same things, and what is not among them is guessed from what the column holds.
 */
export const HEADER_WORDS: Readonly<Record<ColumnRole, readonly string[]>> = {
  conversation: ['会话id', '会话编号', '会话号', '对话id', '聊天id', '工单编号', '工单id', 'conversationid', 'conversationdisplayid', 'conversation', 'ticketid', 'ticket', 'chatid', 'sessionid', 'threadid', 'dialogueid', 'part'],
  time: ['发送时间', '消息时间', '聊天时间', '时间', '创建时间', '日期', '发言时间', 'createdat', 'sentat', 'timestamp', 'time', 'date', 'datetime', 'commentdate', 'messagetime', 'commentcreatedat'],
  role: ['发送方', '发送者类型', '消息方向', '方向', '角色', '身份', '发送人类型', '用户类型', '消息来源', 'role', 'sendertype', 'messagetype', 'direction', 'authortype', 'authorrole', 'from', 'side'],
  sender: ['发送人', '发送者', '发言人', '发送人昵称', '发送者昵称', '昵称', 'sender', 'sendername', 'author', 'authorname', 'fromname', 'name', 'fromemail'],
  customer: ['买家昵称', '买家', '买家旺旺', '买家id', '会员名', '客户昵称', '客户', '顾客', '顾客昵称', '顾客pin', '用户昵称', '用户id', '用户', '消费者', '消费者昵称', '访客', 'customer', 'customername', 'customerid', 'contact', 'contactname', 'requester', 'requestername', 'requesterid', 'buyer', 'visitor'],
  agent: ['客服昵称', '客服', '客服账号', '客服id', '接待客服', '客服名称', '子账号', '卖家昵称', '卖家', '坐席', 'agent', 'agentname', 'assignee', 'assigneename', 'operator', 'seller'],
  text: ['消息内容', '聊天内容', '内容', '消息', '发送内容', '会话内容', '对话内容', '聊天记录', '文本', 'content', 'message', 'text', 'body', 'plainbody', 'comment', 'commentbody', 'messagecontent', 'messagetext'],
  order: ['订单号', '订单编号', '订单id', '关联订单', '咨询订单', '咨询订单号', 'orderno', 'ordernumber', 'orderid', 'order'],
  orderStatus: ['订单状态', '交易状态', 'orderstatus', 'orderstate'],
}

/** Words in a file's name or its header that name the tool. */
export const FORMAT_WORDS: Readonly<Record<Exclude<HistoryFormat, 'table'>, RegExp>> = {
  qianniu: /千牛|旺旺|淘宝|天猫|qianniu|wangwang|taobao|tmall|cntaobao|买家昵称|会员名/iu,
  jingmai: /京麦|咚咚|京东|jingmai|dongdong|顾客pin|(?<![a-z])jd(?![a-z])/iu,
  feige: /飞鸽|抖店|抖音|feige|douyin|doudian/iu,
  pdd: /拼多多|多多客服|pinduoduo|(?<![a-z])pdd(?![a-z])|消费者/iu,
  chatwoot: /chatwoot|conversation[ _]?display[ _]?id|message_type|sender_type/iu,
  zendesk: /zendesk|ticket[ _]?id|requester|工单编号/iu,
}

/** Platforms on which nobody writes without being signed in. */
export const SIGNED_IN: ReadonlySet<HistoryFormat> = new Set<HistoryFormat>(['qianniu', 'jingmai', 'feige', 'pdd'])

/** A column's name as it is compared. */
export const plainHeader = (name: string): string => name.toLowerCase().replace(/[\s_\-./()（）[\]【】:：#*"']/gu, '')
