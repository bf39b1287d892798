/**
 * The programs beside which the side panel stands: their rules hold for drafts, and their clocks run. `other`: all rules, the
 * common clock. In a file without zod because the window knows them too.
 */
export const SIDE_PLATFORMS = ['other', 'taobao', 'jd', 'douyin', 'pdd'] as const
