/** The key that corrects works anywhere in the window; the composer on the screen hears it. */
export const correctKey = new EventTarget()
