import type { ReactNode } from 'react'

export type Tone = 'plain' | 'danger' | 'warning' | 'success' | 'autopilot' | 'accent'

/** `name`: what it says aloud where its word alone says too little; shown on hover too. */
export function Chip({ tone = 'plain', title, name, testId, children }: { tone?: Tone; title?: string; name?: string; testId?: string; children: ReactNode }) {
  return <span className="chip" data-tone={tone} title={name ?? title} role={name && 'img'} aria-label={name} data-testid={testId}>{children}</span>
}
