import type { hoursEn } from './hours.en.ts'

/** 营业时间，中文。 */
export const hoursZh: { readonly [Key in keyof typeof hoursEn]: string } = {
  'team.tab.hours': '营业时间',
  'hours.always': '没有设置营业时间，响应计时全天都走。',
  'hours.has': '店铺有营业时间',
  'hours.means': '营业时间以外，响应计时暂停（平台规则按平台自己的时段算），网页聊天会告诉顾客什么时候有人，夜间值守接手。保存后全店立即生效。',
  'hours.week': '平常的一周', 'hours.how': '例如 09:00-12:00, 13:00-18:00。不营业的日子留空。',
  'hours.day.1': '周一', 'hours.day.2': '周二', 'hours.day.3': '周三', 'hours.day.4': '周四', 'hours.day.5': '周五', 'hours.day.6': '周六', 'hours.day.7': '周日',
  'hours.closed': '不营业', 'hours.wrong': '请写成 09:00-18:00，多段用逗号隔开，从早到晚',
  'hours.exceptions': '节假日和调休', 'hours.date': '日期', 'hours.name': '说明', 'hours.open': '营业时段', 'hours.add': '添加一天', 'hours.remove': '删除',
  'hours.date.wrong': '每行选一个日期，同一天只写一次。',
  'hours.zone': '时区', 'hours.zone.is': '时区 {{zone}}',
}
