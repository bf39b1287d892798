import type { setUpEn } from './set-up.en.ts'

/** 连接渠道和店铺，中文。 */
export const setUpZh: { readonly [Key in keyof typeof setUpEn]: string } = {
  'setup.change': '修改', 'setup.enable': '启用', 'setup.disable': '停用', 'setup.remove': '移除', 'setup.remove.do': '确定移除', 'setup.remove.keep': '保留',
  'setup.name': '在这里的名称', 'setup.presets': '一键填写', 'setup.more': '不常用', 'setup.optional': '（选填）', 'setup.secret.set': '已保存，留空则不变。',
  'setup.hook': '给对方填写的地址', 'setup.save': '保存', 'setup.test': '测试', 'setup.back': '返回', 'setup.busy': '请稍候……', 'setup.saved': '已保存。', 'setup.test.well': '一切正常。',
}
