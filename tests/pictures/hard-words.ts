import { v7 as newId } from 'uuid'
import type { Dated } from '../../bench/corpus/corpus.ts'

/** Customers whose names and words are hard to set: long without a space, wide, right to left, many in one. */
const CUSTOMERS: readonly { name: string; lines: readonly string[] }[] = [
  { name: 'Maximiliane Donaudampfschifffahrtsgesellschaftskapitänsmütze-Oberbürgermeister', lines: ['Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz-Rückerstattungsbestätigungsschreiben bitte, ich warte seit zwei Wochen auf die Geschwindigkeitsbegrenzungsschilder!', 'Wo ist meine Kraftfahrzeughaftpflichtversicherungsunterlagenmappe?'] },
  { name: '欧阳上官司马慕容南宫诸葛东方皇甫尉迟公孙的小店在线代购官方旗舰店（晚上十点以后不在）', lines: ['老板您好我想问一下我上个月二十三号晚上在直播间里买的那个颜色比较深的四件套到底什么时候能发货呀因为我家里下周要来客人所以比较着急麻烦您帮我看一下谢谢谢谢谢谢', '在吗在吗在吗😭😭😭'] },
  { name: '👨‍👩‍👧‍👦 Família 🇧🇷✨🧿', lines: ['👍🏽👍🏽👍🏽 obrigada!!! 🎉🎉🎉 mas… 🥲 quebrou 💔', '🤷‍♀️'] },
  { name: 'محمد عبد الرحمن بن خالد', lines: ['مرحبا، طلبي رقم 2188340610072265 لم يصل بعد. متى سيصل؟', 'أرجو الرد بسرعة (URGENT) من فضلك!'] },
  { name: 'שירה כהן-לוי', lines: ['שלום, איפה ההזמנה שלי 4471? המשלוח איחר ב-3 ימים.'] },
  { name: 'ＡＢＣ　Ｚ̷̧̛͓̈́a̸l̶g̷o̵', lines: ['https://example.com/a/very/long/address/without/any/space/that/goes/on/and/on?and=on&and=on&and=on&and=on&and=on&and=on', '    tabs\tand\n\n\nmany\n\n\nlines'] },
]

/** Their conversations as the gateway's log holds them. @param now milliseconds since the epoch */
export function hardWords(now: number): Dated[] {
  return CUSTOMERS.flatMap(({ name, lines }, n) => {
    const id = newId()
    const displayName = [...name].slice(0, 40).join('')
    const at = now - n * 60_000
    return [
      { at, change: { type: 'conversation', conversation: { id, shopId: 'demo', channel: 'web', displayName, customerId: null, verification: 'none', status: 'open', assignee: null, createdAt: at, updatedAt: at } } },
      ...lines.map((text, at0): Dated => ({
        at: at + at0, change: { type: 'message', message: { id: newId(), conversationId: id, seq: at0 + 1, author: { kind: 'customer', id: 'visitor', name: displayName }, text, attachments: [], at: at + at0 } },
      })),
    ]
  })
}
