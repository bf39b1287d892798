import { z } from 'zod'
import { SIDE_PLATFORMS } from './side-platforms.ts'

export const SidePlatform = z.enum(SIDE_PLATFORMS)
export type SidePlatform = z.infer<typeof SidePlatform>
