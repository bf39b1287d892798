import { pinyin } from 'pinyin-pro'
import type { ToPinyin } from '../../../src-shared/domain/match.ts'

/** Sounds as people type them: without tones, ü as v, a surname at the head as a surname (单 is shan). */
export const toPinyin: ToPinyin = (han) => pinyin(han, { type: 'array', toneType: 'none', surname: 'head', v: true })
