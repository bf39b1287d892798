/**
 * What a composer holds when another window saved other words meanwhile: nothing that was typed in either is dropped.
 * @param before what both began with, as far as this window knew
 * @param mine what stands in this window
 * @param theirs what the other window saved
 */
export function joinWords(before: string, mine: string, theirs: string): string {
  if (mine === before || mine === theirs) return theirs
  // Joined already: the same news came twice.
  if (theirs !== '' && mine.startsWith(theirs)) return mine
  if (before !== '' && mine.startsWith(before)) return theirs + mine.slice(before.length)
  return theirs === '' ? mine : `${theirs}\n${mine}`
}
