import type { teamEn } from './team.en.ts'

/** 团队页面的文字，中文。 */
export const teamZh: { readonly [Key in keyof typeof teamEn]: string } = {
  'team': '团队',
  'team.tabs': '团队的各个页面',
  'team.group.today': '当班', 'team.group.setup': '设置',
  'team.tab.people': '成员',
  'team.role.agent': '客服', 'team.role.supervisor': '主管', 'team.role.admin': '管理员', 'team.role.reader': '只读',
  'team.you': '我',
  'team.capacity_one': '同时接待 {{count}} 个会话', 'team.capacity_other': '同时接待 {{count}} 个会话',
}
