import { utilityProcess } from 'electron'
import type { Process } from './child.ts'
import { SECRET_VARIABLES } from './options.ts'

/** Starts a utility process. Secrets are taken out of its environment: it gets them by message. */
export function fork(modulePath: string, serviceName: string): Process {
  const env = { ...process.env }
  for (const name of SECRET_VARIABLES) delete env[name]
  return utilityProcess.fork(modulePath, [], { serviceName, stdio: ['ignore', 'pipe', 'pipe'], env }) as Process
}
