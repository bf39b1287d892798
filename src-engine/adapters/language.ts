/** Shorter texts are guesses; triage leans on script and on the conversation instead. */
const LEAST_BYTES = 6

/** CLD3 as a plain function. Loading the wasm takes a moment, so it is done once, after the first paint. */
export async function loadLanguageIdentifier(): Promise<(text: string) => { code: string; confidence: number } | null> {
  const { loadModule } = await import('cld3-asm')
  const identifier = (await loadModule()).create(LEAST_BYTES, 1000)
  return (text) => {
    const found = identifier.findLanguage(text)
    if (!found.language || found.language === 'und') return null
    return { code: found.language.split('-')[0] ?? found.language, confidence: found.probability }
  }
}
