import { useRef } from 'react'
import { toast } from '../../../app/screen.ts'
import { firstVoice, useBeside } from './beside.ts'

/** Sends, or first says that a colleague is at it: the same key again sends all the same. */
export function useSecondVoice<Args extends unknown[]>(id: string, send: (...args: Args) => void): (...args: Args) => void {
  const first = firstVoice(useBeside(id))
  const told = useRef<string | null>(null)
  return (...args) => {
    if (first !== null && told.current !== first.seatId) {
      told.current = first.seatId
      toast('said.second-voice', { name: first.name, tone: 'danger' })
      return
    }
    told.current = null
    send(...args)
  }
}
