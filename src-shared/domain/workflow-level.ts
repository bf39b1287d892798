/** How far a workflow may go by itself: not at all, its words after an undo window, or at once. Without zod, for the window knows them too. */
export const WORKFLOW_LEVELS = ['off', 'undo', 'act'] as const
