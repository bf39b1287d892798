import { capitalised, tidied } from '../sentences.ts'
import type { Rewriter } from './types.ts'

type Swap = readonly [RegExp, string]

/**
 * What softens our own position goes. What says how sure a fact is (应该, 大概, probably) stays: without it a guess would become a
 * promise that no source holds.
 */
const ZH: readonly Swap[] = [
  [/(?:我们?|我这边)(?:个人)?(?:觉得|认为|感觉)[，,]?/gu, ''], [/(?:其实|说实话|老实说|讲真)[，,]?/gu, ''],
  [/恐怕(?:是)?|怕是/gu, ''], [/(?:可能|也许)(?=没办法|不能|不可以|无法|不行)/gu, ''], [/不太(?=能|行|可以|方便|支持|符合)/gu, '不'], [/没太?办法(?=\p{Script=Han})/gu, '不能'],
  [/(?:如果|要是)?(?:方便|可以|不介意|不麻烦)的话[，,]?/gu, ''], [/(?:要不|要不然)[，,]?(?=您|请|还是)/gu, ''], [/(?:能不能|可不可以|可以|能否|是否可以|能)(?:麻烦|请)您(?:帮忙)?([^？?。！!]*)[？?]/gu, '请您$1。'], [/麻烦您(?:帮忙)?/gu, '请您'], [/(?:小小的?|稍微|稍稍)/gu, ''],
  [/(?:[，,]?您看)?(?:这样)?(?:好吗|可以吗|行吗|好不好|可以不|成吗|好嘛)[？?]/gu, '。'], [/吧(?=[。，,！!~～]|$)/gu, ''], [/(?:哦|呀|哈|呢|哟)(?=[。！!~～，,]|$)/gu, ''], [/[~～]+/gu, ''],
  [/不好意思[，,](?=这|您|我|按|根据|已|超)/gu, ''],
]
const EN: readonly Swap[] = [
  [/\b(?:I|we) (?:just )?(?:think|feel|believe|guess|suppose)(?: that)?\s+(?=\w)/giu, ''], [/\bin my opinion,?\s+/giu, ''], [/\b(?:I am|I'm|we are|we're) afraid(?: that)?\s+/giu, ''], [/\bunfortunately,?\s+/giu, ''], [/\bto be honest,?\s+/giu, ''],
  [/\b(?:may|might)(?: not be able to|n't be able to)\b/giu, 'cannot'], [/\b(?:are|is|am) not (?:really )?able to\b/giu, 'cannot'], [/\bnot really\b/giu, 'not'],
  [/\b(?:just|kind of|sort of|a bit|a little|a little bit|quite|rather)\s+(?=\w)/giu, ''],
  [/,?\s*if (?:that's|that is|it's|it is) (?:okay|ok|alright|all right|fine)(?: (?:with|for) you)?/giu, ''], [/,?\s*if you (?:don't|do not|wouldn't) mind/giu, ''], [/,?\s*if (?:at all )?possible/giu, ''],
  [/\b(?:would|could|can) you (?:possibly |perhaps |maybe |please )?(?:be so kind as to )?(?=[a-z])([^.!?]*)\?/giu, 'please $1.'], [/\bwould it be (?:possible|ok|okay) (?:for you )?to ([^.!?]*)\?/giu, 'please $1.'], [/\bplease please\b/giu, 'please'], [/\bplease ([^.!?]*?) please\b/giu, 'please $1'],
  [/\b(?:we|I)(?: would|['’]d) (?:really )?appreciate it if you (?:could|would)\s+/giu, 'please '], [/\bmaybe you (?:could|can)\s+/giu, 'please '], [/!+/gu, '.'],
]

const swapped = (text: string, swaps: readonly Swap[]): string => swaps.reduce((now, [form, instead]) => now.replace(form, instead), text)
const told = (made: string, text: string): string | 'nothing' => (made === text.trim() || made === '' ? 'nothing' : made)

export const firmerZh: Rewriter = (text) => told(tidied(swapped(text, ZH)), text)
export const firmerEn: Rewriter = (text) => told(capitalised(tidied(swapped(text, EN))), text)
