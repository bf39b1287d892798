import type { handBackEn } from './hand-back.en.ts'

/** Words for handing a conversation back to autopilot, in Chinese. */
export const handBackZh: Record<keyof typeof handBackEn, string> = {
  'hand-back': '转回自动回复',
  'hand-back.hint': '先征求客户同意；客户同意后才由自动回复接着答',
  'hand-back.asked': '{{time}} 已征求客户同意转回自动回复；同意之前仍由人工答复',
  'hand-back.agreed': '自动回复在答：客户 {{time}} 已同意',
  'help.hand-back': '转回自动回复（先征得客户同意）',
  'said.hand-back': '已征求客户同意，同意后由自动回复接着答。',
}
