import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { EmailSettings } from './settings.ts'

/** A provider whose servers are known; the person adds the address and the password. */
export interface EmailPreset {
  id: string
  name: LocalText
  /** What the provider wants done before a program may read the mailbox. */
  hint: LocalText
  settings: Pick<EmailSettings, 'imapHost' | 'imapPort' | 'imapSecurity' | 'smtpHost' | 'smtpPort' | 'smtpSecurity' | 'keepSent'>
}

const overTls = (imapHost: string, smtpHost: string, keepSent: boolean): EmailPreset['settings'] =>
  ({ imapHost, imapPort: 993, imapSecurity: 'tls', smtpHost, smtpPort: 465, smtpSecurity: 'tls', keepSent })

/** Host names as the providers' own help pages gave them; they change rarely. */
export const EMAIL_PRESETS: readonly EmailPreset[] = [
  {
    id: 'qq', name: { zh: 'QQ 邮箱', en: 'QQ Mail' }, settings: overTls('imap.qq.com', 'smtp.qq.com', true),
    hint: { zh: '先在 QQ 邮箱“设置 → 账号”里开启 IMAP/SMTP 服务，密码填那里生成的授权码，不是 QQ 密码。', en: 'First switch on IMAP/SMTP in QQ Mail under Settings → Account. The password is the authorisation code made there, not the QQ password.' },
  },
  {
    id: '163', name: { zh: '网易 163 邮箱', en: 'NetEase 163' }, settings: overTls('imap.163.com', 'smtp.163.com', true),
    hint: { zh: '先在 163 邮箱“设置 → POP3/SMTP/IMAP”里开启 IMAP/SMTP 服务，密码填授权码，不是登录密码。', en: 'First switch on IMAP/SMTP in 163 Mail under Settings → POP3/SMTP/IMAP. The password is the authorisation code, not the one you sign in with.' },
  },
  {
    id: 'aliyun', name: { zh: '阿里企业邮箱', en: 'Alibaba Mail' }, settings: overTls('imap.qiye.aliyun.com', 'smtp.qiye.aliyun.com', true),
    hint: { zh: '管理员要允许第三方客户端登录；开启了“三方客户端安全密码”时，密码填那个安全密码。', en: 'An administrator has to allow other mail programs. Where client passwords are on, use the client password.' },
  },
  {
    id: 'exmail', name: { zh: '腾讯企业邮箱', en: 'Tencent Exmail' }, settings: overTls('imap.exmail.qq.com', 'smtp.exmail.qq.com', true),
    hint: { zh: '先在“设置 → 客户端设置”里开启 IMAP/SMTP；绑定微信并开启安全登录后，密码填客户端专用密码。', en: 'First switch on IMAP/SMTP under Settings → Clients. With secure sign-in on, use a client password made there.' },
  },
  {
    id: 'gmail', name: { zh: 'Gmail', en: 'Gmail' }, settings: overTls('imap.gmail.com', 'smtp.gmail.com', false),
    hint: { zh: '先开启两步验证，再生成“应用专用密码”填在这里；Gmail 会自己保存已发送的邮件。', en: 'Turn on 2-step verification, then make an app password and use it here. Gmail keeps sent mail by itself.' },
  },
  {
    id: 'outlook', name: { zh: 'Outlook / Microsoft 365', en: 'Outlook / Microsoft 365' },
    settings: { imapHost: 'outlook.office365.com', imapPort: 993, imapSecurity: 'tls', smtpHost: 'smtp.office365.com', smtpPort: 587, smtpSecurity: 'starttls', keepSent: false },
    hint: { zh: '微软已对大多数账号停用密码登录 IMAP/SMTP；只有管理员仍允许密码（基本身份验证）的账号才能用。', en: 'Microsoft has switched off passwords over IMAP and SMTP for most accounts. This works only where an administrator still allows them (basic authentication).' },
  },
]
