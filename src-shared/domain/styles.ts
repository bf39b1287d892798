/** In what manner words are rewritten. Order is display order. Apart from its schema: the window needs the names alone. */
export const STYLES = ['shorter', 'warmer', 'firmer', 'apologise', 'formal'] as const
export type Style = (typeof STYLES)[number]
