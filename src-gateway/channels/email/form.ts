import type { SetUpFormInput } from '../../../src-shared/domain/set-up.ts'
import { EMAIL_PRESETS } from './presets.ts'

const SECURITY = [
  { value: 'tls', label: { zh: 'TLS（推荐）', en: 'TLS (recommended)' } },
  { value: 'starttls', label: { zh: 'STARTTLS', en: 'STARTTLS' } },
  { value: 'plain', label: { zh: '不加密（仅限本机）', en: 'None (this machine only)' } },
]

export const EMAIL_FORM: SetUpFormInput = {
  kind: 'email',
  title: { zh: '邮箱', en: 'Email' },
  about: { zh: '接收一个邮箱的来信，回信从同一个邮箱发出。', en: 'Takes in the mail of one mailbox; replies leave from it.' },
  fields: [
    { name: 'fromAddress', type: 'text', required: true, label: { zh: '邮箱地址', en: 'Address' }, hint: { zh: '顾客看到并回信的地址。', en: 'Customers see it, and write back to it.' }, example: 'service@shop.example' },
    { name: 'fromName', type: 'text', label: { zh: '发件人名称', en: 'Name of the sender' } },
    { name: 'imapHost', type: 'text', required: true, label: { zh: '收信服务器（IMAP）', en: 'Incoming server (IMAP)' } },
    { name: 'imapPort', type: 'number', initial: 993, label: { zh: '收信端口', en: 'Incoming port' } },
    { name: 'imapSecurity', type: 'choice', initial: 'tls', options: SECURITY, label: { zh: '收信加密', en: 'Incoming encryption' } },
    { name: 'imapUser', type: 'text', required: true, label: { zh: '收信用户名', en: 'Incoming user' }, hint: { zh: '通常就是邮箱地址。', en: 'Mostly the address itself.' } },
    { name: 'imapPassword', type: 'secret', required: true, label: { zh: '收信密码或授权码', en: 'Incoming password or authorisation code' } },
    { name: 'smtpHost', type: 'text', required: true, label: { zh: '发信服务器（SMTP）', en: 'Outgoing server (SMTP)' } },
    { name: 'smtpPort', type: 'number', initial: 465, label: { zh: '发信端口', en: 'Outgoing port' } },
    { name: 'smtpSecurity', type: 'choice', initial: 'tls', options: SECURITY, label: { zh: '发信加密', en: 'Outgoing encryption' } },
    { name: 'smtpUser', type: 'text', required: true, label: { zh: '发信用户名', en: 'Outgoing user' } },
    { name: 'smtpPassword', type: 'secret', required: true, label: { zh: '发信密码或授权码', en: 'Outgoing password or authorisation code' } },
    { name: 'folder', type: 'text', rare: true, initial: 'INBOX', label: { zh: '读取的文件夹', en: 'Folder that is read' } },
    { name: 'keepSent', type: 'yes-no', rare: true, initial: true, label: { zh: '在已发送文件夹保留副本', en: 'Keep a copy of what was sent' } },
    { name: 'sentFolder', type: 'text', rare: true, label: { zh: '已发送文件夹', en: 'Folder of the copies' }, hint: { zh: '留空用服务器标记的那个。', en: 'Empty: the one that the server marks.' } },
    { name: 'ca', type: 'area', rare: true, label: { zh: '自有证书（PEM）', en: 'Certificate authority of your own (PEM)' } },
  ],
  presets: EMAIL_PRESETS.map(({ id, name, hint, settings }) => ({ name: id, label: name, hint, values: settings })),
}
