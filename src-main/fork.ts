import { utilityProcess } from 'electron'
import type { Process } from './child.ts'
import { withoutSecrets } from './options.ts'

/** Starts a utility process. */
export function fork(modulePath: string, serviceName: string): Process {
  return utilityProcess.fork(modulePath, [], { serviceName, stdio: ['ignore', 'pipe', 'pipe'], env: withoutSecrets(process.env) }) as Process
}
