import type { ReactNode } from 'react'

/** Names and what is to be said of them; what is empty is left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, said: ReactNode])[] }) {
  return (
    <dl className="trace-facts">
      {facts.filter(([, said]) => said !== '').map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  )
}
