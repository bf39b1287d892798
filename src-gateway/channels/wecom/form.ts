import type { SetUpFormInput } from '../../../src-shared/domain/set-up.ts'

export const WECOM_FORM: SetUpFormInput = {
  kind: 'wecom', hook: true,
  title: { zh: '微信客服', en: 'WeChat customer service' },
  about: { zh: '通过企业微信自建应用接入微信客服。', en: 'Connects 微信客服 through an app of your own in WeCom.' },
  steps: [
    { zh: '在企业微信管理后台建一个自建应用，并在“微信客服”里允许它调用接口。', en: 'Make an app of your own in the WeCom console and let it call the API under 微信客服.' },
    { zh: '保存后，把这里显示的地址填到“接收消息”的回调 URL；回调地址必须能从外网访问。', en: 'After saving, enter the address shown here as the callback URL; it has to be reachable from outside.' },
  ],
  fields: [
    { name: 'corpId', type: 'text', required: true, label: { zh: '企业 ID', en: 'Corp ID' }, hint: { zh: '在“我的企业”页面底部。', en: 'At the bottom of 我的企业 in the console.' } },
    { name: 'secret', type: 'secret', required: true, label: { zh: '应用 Secret', en: 'Secret of the app' } },
    { name: 'token', type: 'secret', required: true, label: { zh: '回调 Token', en: 'Token of the callback' } },
    { name: 'encodingAesKey', type: 'secret', required: true, label: { zh: '回调 EncodingAESKey', en: 'EncodingAESKey of the callback' }, hint: { zh: '43 个字符。', en: '43 characters.' } },
    { name: 'openKfId', type: 'text', rare: true, label: { zh: '只接这个客服账号', en: 'Only this account' }, hint: { zh: '以 wk 开头；留空为全部。', en: 'Begins with wk; empty: all.' } },
    { name: 'apiBase', type: 'text', rare: true, label: { zh: '接口地址', en: 'Address of the API' }, hint: { zh: '需要固定 IP 代理时填写；留空用腾讯的地址。', en: 'Where a proxy with a fixed address is needed; empty: that of Tencent.' }, example: 'https://qyapi.weixin.qq.com' },
  ],
}
