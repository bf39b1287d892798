export const MENU_ID = 'rewrite-menu'
export const optionId = (at: number): string => `rewrite-choice-${at}`

/** For the field: the menu that its keys steer, while it is open. */
export const rewriteList = (menu: number | null): { id: string; active: string } | undefined => (menu === null ? undefined : { id: MENU_ID, active: optionId(menu) })
