/** Hands JSON Lines over as a file; the shell asks the person where to put it. */
export function saveLines(lines: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([lines], { type: 'application/x-ndjson' }))
  link.download = fileName
  link.click()
  // The shell may still be asking; the text is small and goes with the window.
}
