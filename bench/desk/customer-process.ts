import { createInterface } from 'node:readline'
import type { Socket } from 'socket.io-client'
import { connectCustomer, customerSends } from './gateway-process.ts'

// Customers with the web chat open, in a process of their own as in the world: what the gateway tells them costs the desk nothing.
// Arguments: the chat's address and how many. Each line of the input is the words of the next one of them; when the gateway has kept
// them, and all that follows from them is over, a line of the output says when they were sent, on the clock that all processes share.
const [chatUrl = '', count = '0', restMs = '0'] = process.argv.slice(2)
const customers: Socket[] = []
for (let one = 0; one < Number(count); one++) customers.push(await connectCustomer(chatUrl))

async function say(text: string): Promise<void> {
  const customer = customers.pop()
  if (!customer) throw new Error('every customer has written')
  const began = process.hrtime.bigint()
  await customerSends(customer, text)
  await new Promise((resolve) => setTimeout(resolve, Number(restMs)))
  process.stdout.write(`sent ${String(began)}\n`)
}

createInterface({ input: process.stdin }).on('line', (text) => { void say(text) })
process.stdout.write('ready {}\n')
