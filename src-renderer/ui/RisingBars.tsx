/** Three bars that rise with the level (1 uneasy .. 3 angry): a shape beside the colour and the word. */
export function RisingBars({ level, size = 10 }: { level: number; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 10 10" aria-hidden fill="currentColor">
      {[1, 2, 3].map((n) => (
        <rect key={n} x={(n - 1) * 3.5} y={10 - n * 3.3} width="2.6" height={n * 3.3} rx="0.6" opacity={n <= level ? 1 : 0.3} />
      ))}
    </svg>
  )
}
