import type { ReactNode } from 'react'

export type Tone = 'plain' | 'danger' | 'warning' | 'success' | 'autopilot' | 'accent'

export function Chip({ tone = 'plain', title, testId, children }: { tone?: Tone; title?: string; testId?: string; children: ReactNode }) {
  return <span className="chip" data-tone={tone} title={title} data-testid={testId}>{children}</span>
}
