import type { channelsEn } from './channels.en.ts'

/** 渠道页面的文字，中文。 */
export const channelsZh: { readonly [Key in keyof typeof channelsEn]: string } = {
  'team.tab.channels': '渠道',
  'channels.admins': '渠道由管理员连接和修改。',
  'channels.connected': '已连接', 'channels.none': '目前只有自带的网页聊天。在下面选择要连接的渠道。',
  'channels.add': '连接渠道',
  'channels.well': '正常', 'channels.trouble': '有问题', 'channels.off': '已停用',
  'channels.remove.means': '移除“{{name}}”？已有会话会保留；顾客在那边再发的消息不会进来，还没发出的回复也不会再发。保存的密钥会删除。',
  'channels.waiting_one': '{{count}} 条回复等待发出。', 'channels.waiting_other': '{{count}} 条回复等待发出。',
  'channels.stuck_one': '{{count}} 件事要您处理，见下方。', 'channels.stuck_other': '{{count}} 件事要您处理，见下方。',
  'channels.hook.help': '填到对方系统里。要从外网访问，先在渠道列表下方设置公网地址。',
  'channels.letters': '没有送达的内容', 'channels.letter.out': '回复未送达', 'channels.letter.in': '来信读不懂',
  'channels.letter.unsure': '顾客可能已经收到：请先到对方查看，再决定是否重试。', 'channels.letter.read': '查看内容', 'channels.letter.again': '重试', 'channels.letter.drop': '放弃',
  'channels.public': '网关的公网地址', 'channels.public.help': '由带 TLS 的反向代理把 {{url}} 提供给外网的地址。留空则只能在本机访问。填写这里不会打开任何端口。',
  'delivery.outside.waiting': '还没送达，会自动重试：{{why}}', 'delivery.outside.failed': '未送达：{{why}}', 'delivery.outside.unsure': '可能没有送达：{{why}}', 'delivery.outside.given-up': '未送达，已放弃。',
  'delivery.outside.again': '重试',
}
