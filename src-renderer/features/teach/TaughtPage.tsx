import { UnderstandingLink } from '../understanding/UnderstandingLink.tsx'
import { Lessons } from './Lessons.tsx'
import { OwnTopics } from './OwnTopics.tsx'
import './teach.css'

/** What people of this desk taught it: topics of the shop's own, and corrections. */
export function TaughtPage() {
  return (
    <>
      <UnderstandingLink />
      <OwnTopics />
      <Lessons />
    </>
  )
}
