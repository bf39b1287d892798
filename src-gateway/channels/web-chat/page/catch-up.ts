const REFUSED_RETRY_MS = 3000

/** What became of one question: there is more to ask for, nothing more, or the gateway wants to be left alone for a while. */
export type Step = 'more' | 'done' | 'refused'

/**
 * Makes the page's "what did I miss?": asks one question at a time until nothing is missing. Called while it asks, it
 * asks once more afterwards, because the answer under way may be older than the reason to ask.
 */
export function catchUpWith(ask: () => Promise<Step>, after: (milliseconds: number, run: () => void) => void): () => void {
  let asking = false
  let again = false
  const catchUp = async () => {
    if (asking) {
      again = true
      return
    }
    asking = true
    let step: Step
    try {
      do {
        again = false
        step = await ask()
      } while (step === 'more' || (again && step === 'done'))
    } finally {
      asking = false
    }
    if (step === 'refused') after(REFUSED_RETRY_MS, () => { void catchUp() })
  }
  return () => { void catchUp() }
}
