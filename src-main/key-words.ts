import type { LocalText } from '../src-shared/domain/text.ts'

/** What the person is told when the data cannot be opened: what happened, what is safe, what to do. */
export const KEY_SHORT: LocalText = {
  zh: 'DESKMATE_KEY 太短：至少要 32 个字符。数据没有动过；换一个足够长的再启动。',
  en: 'DESKMATE_KEY is too short: it needs at least 32 characters. Your data was not touched; set a longer one and start again.',
}
export const KEY_MISSING: LocalText = {
  zh: '找不到数据的密钥，所以没有打开。数据还在原处，没有改动。请把 keys 文件夹从备份放回用户数据目录；若当初用的是 DESKMATE_KEY，请设置同一个值再启动。',
  en: 'The key to your data is missing, so it was not opened. The data is still there, unchanged. Put the keys folder back into the user data folder from a backup, or set the same DESKMATE_KEY as before, then start again.',
}
export const KEY_SEALED: LocalText = {
  zh: '系统钥匙串打不开数据的密钥。数据还在原处，没有改动。请用平时的系统账户登录并解锁钥匙串，再启动。',
  en: 'The system keyring would not open the key to your data. The data is still there, unchanged. Log in with your usual account, unlock the keyring, then start again.',
}
export const KEY_DAMAGED: LocalText = {
  zh: '数据的密钥文件损坏，所以没有打开。数据还在原处，没有改动。请从备份恢复 keys 文件夹再启动。',
  en: 'The key file is damaged, so your data was not opened. The data is still there, unchanged. Restore the keys folder from a backup, then start again.',
}
export const PASSPHRASE_MISSING: LocalText = {
  zh: '这些数据用 DESKMATE_KEY 加密，但这次启动没有设置它。数据还在原处，没有改动。请设置同一个 DESKMATE_KEY 再启动。',
  en: 'Your data was encrypted with DESKMATE_KEY, which is not set this time. The data is still there, unchanged. Set the same DESKMATE_KEY, then start again.',
}
export const PASSPHRASE_WRONG: LocalText = {
  zh: 'DESKMATE_KEY 和当初加密数据的不是同一个。数据还在原处，没有改动。请改回原来的值再启动。',
  en: 'This is not the DESKMATE_KEY that your data was encrypted with. The data is still there, unchanged. Set the earlier one, then start again.',
}
