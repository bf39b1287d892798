import type { webChatEn } from './web-chat.en.ts'

/** 网页聊天设置的文字，中文。 */
export const webChatZh: { readonly [Key in keyof typeof webChatEn]: string } = {
  'webchat': '网页聊天', 'webchat.own': '自带',
  'webchat.nowhere': '目前只有自己的网页 {{url}}，也可以放进店铺的网页里。',
  'webchat.stands_one': '可以放在 {{origins}}。', 'webchat.stands_other': '可以放在 {{count}} 个网站：{{origins}}',
  'webchat.colour': '颜色', 'webchat.colour.pick': '选颜色', 'webchat.colour.help': '按钮和顾客消息的颜色。用它写的字看不清时，会自动调深或调浅。', 'webchat.colour.wrong': '颜色要写成 #rrggbb，例如 #1f5fd0。',
  'webchat.theme': '底色', 'webchat.theme.auto': '跟随顾客的系统', 'webchat.theme.light': '浅色', 'webchat.theme.dark': '深色',
  'webchat.position': '按钮位置', 'webchat.position.right': '右下角', 'webchat.position.left': '左下角',
  'webchat.words.zh': '中文', 'webchat.words.en': '英文',
  'webchat.title': '标题', 'webchat.title.help': '留空则显示店铺名。',
  'webchat.greeting': '欢迎语', 'webchat.greeting.help': '还没有消息时显示。留空则用默认的。',
  'webchat.logo': '标志', 'webchat.logo.help': 'PNG、JPEG 或 WebP，会在本机裁成方形并缩小。', 'webchat.logo.choose': '选择图片…', 'webchat.logo.none': '不用标志', 'webchat.logo.wrong': '这个文件不是能打开的图片，请选 PNG、JPEG 或 WebP。',
  'webchat.language': '初始语言', 'webchat.language.auto': '跟随浏览器', 'webchat.language.zh': '中文', 'webchat.language.en': '英文', 'webchat.language.help': '顾客可以自己切换。浏览器是其他语言时显示英文。',
  'webchat.form': '没有客服在线时，请顾客留联系方式', 'webchat.form.mail': '回复会通过“{{name}}”发到顾客邮箱，聊天里也能看到。', 'webchat.form.nomail': '还没有连接邮箱：回复只在聊天里，页面会如实告诉顾客。连接邮箱后就能回邮件。',
  'webchat.origins': '允许放在哪些网站', 'webchat.origins.help': '一行一个，例如 https://www.shop.example；https://*.shop.example 表示它下面的所有域名。别的网站上浏览器不会显示。',
  'webchat.origin.wrong': '“{{origin}}”不是这样的地址。只写协议和域名，例如 https://www.shop.example；http 只能用于本机。',
  'webchat.public': '聊天的公网地址', 'webchat.public.help': '由带 TLS 的反向代理把 {{url}} 提供给外网的地址，要原样转发 Host。留空则只能在本机访问。填写这里不会打开任何端口。',
  'webchat.saved': '已保存。已经打开的店铺网页五分钟内生效。',
  'webchat.snippet': '放进店铺网页的代码', 'webchat.snippet.help': '把这一行放在 </body> 前面。', 'webchat.snippet.nowhere': '请先在上面填写网站并保存，否则浏览器不会显示聊天。',
  'webchat.identity': '识别已登录的顾客', 'webchat.identity.help': '店铺服务器用这个密钥签发凭证，客服马上就能看到这位顾客的订单。密钥只能放在您的服务器上。',
  'webchat.identity.off': '未启用：顾客用订单号和手机号后四位核对。', 'webchat.identity.since': '{{at}} 起启用。',
  'webchat.identity.secret': '密钥', 'webchat.identity.once': '请现在复制，之后不再显示。', 'webchat.identity.make': '生成密钥', 'webchat.identity.renew': '换一个密钥', 'webchat.identity.renew.means': '换了以后，用旧密钥签发的凭证一律无效。',
  'webchat.identity.drop': '停用', 'webchat.identity.drop.means': '停用后不再相信任何凭证。已经识别的会话不变。',
  'webchat.preview': '聊天效果预览', 'webchat.shop': '您的店铺', 'webchat.hello': '您好！有什么可以帮您？', 'webchat.example': '我的快递到哪了？', 'webchat.example.answer': '预计明天送达。', 'webchat.example.order': '我的订单',
}
