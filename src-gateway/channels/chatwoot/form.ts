import type { SetUpFormInput } from '../../../src-shared/domain/set-up.ts'

export const CHATWOOT_FORM: SetUpFormInput = {
  kind: 'chatwoot', hook: true,
  title: { zh: 'Chatwoot', en: 'Chatwoot' },
  about: { zh: '把 Chatwoot 里的会话接到这里，回复发回 Chatwoot。', en: 'Brings the conversations of a Chatwoot account here; replies go back there.' },
  steps: [
    { zh: '在 Chatwoot 的个人资料设置里复制访问令牌。', en: 'Copy the access token from the profile settings of Chatwoot.' },
    { zh: '保存后，在 Chatwoot“设置 → 集成 → Webhook”里填上这里显示的地址，勾选消息和会话的各项事件（包括会话状态变更），并把它的密钥填回这里。', en: 'After saving, enter the address shown here under Settings → Integrations → Webhooks in Chatwoot, tick the events of messages and conversations (the change of status too), and bring its secret back here.' },
  ],
  fields: [
    { name: 'baseUrl', type: 'text', required: true, label: { zh: 'Chatwoot 地址', en: 'Address of Chatwoot' }, hint: { zh: '浏览器里打开的地址，不带后面的路径。', en: 'As it is opened in the browser, without a path.' }, example: 'https://app.chatwoot.com' },
    { name: 'accountId', type: 'number', required: true, label: { zh: '账户编号', en: 'Account number' }, hint: { zh: '地址栏里 /accounts/ 后面的数字。', en: 'The number after /accounts/ in the address bar.' } },
    { name: 'token', type: 'secret', required: true, label: { zh: '访问令牌', en: 'Access token' }, hint: { zh: '回复会以这位用户的名义发出。', en: 'Replies bear the name of its user.' } },
    { name: 'webhookSecret', type: 'secret', label: { zh: 'Webhook 密钥', en: 'Secret of the webhook' }, hint: { zh: '4.11.2 以前的版本没有，留空即可。', en: 'Versions before 4.11.2 have none: leave it empty.' } },
    { name: 'acceptUnsigned', type: 'yes-no', rare: true, initial: false, label: { zh: '接收没有签名的 Webhook', en: 'Take webhooks without a signature' }, hint: { zh: '只当作提醒去接口查看，不相信其中内容。', en: 'Only as a hint to look over the API; what they say is not believed.' } },
    { name: 'inboxId', type: 'number', rare: true, label: { zh: '只接这个收件箱', en: 'Only this inbox' }, hint: { zh: '收件箱编号；留空为全部。', en: 'Its number; empty: all.' } },
  ],
}
