/** The keys for rewriting and checking work anywhere in the window; the composer on the screen hears `rewrite` and `check-reply`. */
export const rewriteWishes = new EventTarget()
