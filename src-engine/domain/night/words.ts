import type { DeskLanguage } from '../../../src-shared/domain/text.ts'
import { wallTime } from '../time/wall.ts'

/** How the reply of a night speaks: as to anybody, to somebody angry or who asked for a person, or where somebody may be hurt. */
export type NightTone = 'plain' | 'upset' | 'danger'

const pad = (n: number): string => String(n).padStart(2, '0')
const DAY_MS = 86_400_000
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** The hour, with the day where it is another: `09:00`, `明天 09:00`, `09:00 on 30 November`. */
export function hourInWords(at: number, now: number, zone: string, language: DeskLanguage): string {
  const then = wallTime(at, zone)
  const hour = `${pad(then.hour)}:${pad(then.minute)}`
  const isSame = (other: number): boolean => wallTime(other, zone).day === then.day
  if (at - now < DAY_MS && isSame(now)) return hour
  if (at - now < 2 * DAY_MS && isSame(now + DAY_MS)) return language === 'zh' ? `明天 ${hour}` : `${hour} tomorrow`
  return language === 'zh' ? `${then.month}月${then.day}日 ${hour}` : `${hour} on ${then.day} ${MONTHS[then.month - 1] ?? ''}`
}

const SAY: Readonly<Record<DeskLanguage, Record<NightTone, (hour: string) => string>>> = {
  zh: {
    plain: (hour) => `您好，现在是下班时间，您的消息已经记下。客服${hour} 上班，之后由同事在这里回复您，不用再说一遍。`,
    upset: (hour) => `您说的我们都记下了，已经标为优先。现在没有客服在线，${hour} 上班后由同事先处理您这条，不用再说一遍。`,
    danger: (hour) => `如果有人不舒服或有危险，请先停止使用，并联系当地的急救电话。您的消息已经标为最优先，客服${hour} 上班后先处理您这条。`,
  },
  en: {
    plain: (hour) => `Hello, our team is off for the night and your message is noted. They are back at ${hour} and will answer you here; there is no need to write it again.`,
    upset: (hour) => `We have noted all you wrote and marked it as urgent. Nobody is here right now; a person takes up your message first when the team is back at ${hour}. There is no need to write it again.`,
    danger: (hour) => `If anybody feels unwell or is in danger, please stop using it and call your local emergency number first. Your message is marked as most urgent; a person takes it up first when the team is back at ${hour}.`,
  },
}

/**
 * What a customer is told at night: when a person answers, never "soon".
 * @param opens when people are back @param zone IANA zone of the shop
 */
export const nightWords = (language: DeskLanguage, tone: NightTone, opens: number, now: number, zone: string): string => SAY[language][tone](hourInWords(opens, now, zone, language))
