import { useCallback, useEffect, useState } from 'react'
import type { Finding } from '../../../../src-shared/domain/draft.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import type { Checked } from './place.ts'

/** After this much rest in typing the guard looks, in milliseconds. */
const REST_MS = 300
/**
 * A reply waits no longer for the guard, which answers in a few: an engine that starts anew must keep nobody from sending, a busy
 * machine must let nothing out unlooked at. In milliseconds.
 */
const WAIT_MS = 3_000

/**
 * The guard on the agent's own words: once typing rests, and whenever asked. `wanted`: they are not a draft's, which the
 * guard has looked at already. A desk whose engine does not answer has no findings, and keeps nobody from sending.
 */
export function useTypedCheck(id: string, text: string, wanted: boolean): { typed: Checked | null; check: (words: string) => Promise<Checked> } {
  const desk = useDesk()
  const [typed, setTyped] = useState<Checked | null>(null)
  const check = useCallback(async (words: string): Promise<Checked> => {
    const asked = desk.client.call('reply.guard', { conversationId: id, text: words }).then((answer) => answer.findings, () => [])
    const findings = await Promise.race([asked, new Promise<Finding[]>((resolve) => setTimeout(() => resolve([]), WAIT_MS))])
    const checked = { id: `typed:${words}`, text: words, findings }
    setTyped(checked)
    return checked
  }, [desk, id])
  useEffect(() => {
    if (!wanted || text.trim() === '') return
    const timer = setTimeout(() => void check(text), REST_MS)
    return () => clearTimeout(timer)
  }, [check, text, wanted])
  return { typed: wanted ? typed : null, check }
}
