/** Hands a text over as a file; the shell asks the person where to put it. */
export function saveCsv(csv: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The shell may still be asking; the text is small and goes with the window.
}
