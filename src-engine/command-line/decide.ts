import fs from 'node:fs'
import { z } from 'zod'
import { checkPolicy, problemText } from '../../src-shared/domain/policy-check.ts'
import { DecideRequest, Facts } from '../../src-shared/domain/policy-facts.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'
import { decide } from '../domain/policy/decide.ts'
import { caseOf } from '../domain/policy/records/index.ts'
import { fromCaller, lineOptions, type LineOptions, type LineWork } from './lines.ts'
import { takeOption } from './options.ts'

const DecideLine = z.object({ id: z.string(), facts: Facts, request: DecideRequest.nullish() })

/** Reads a policy that a person wrote. @throws Error that names the field which is wrong */
export function readPolicy(file: string): Policy {
  const checked = checkPolicy(JSON.parse(fs.readFileSync(file, 'utf8')))
  if ('policy' in checked) return checked.policy
  throw new Error(problemText(checked.problems))
}

/** `deskmate decide`: what autopilot may do with each line's request, or message where there is none, by one policy. */
export function openDecide(args: readonly string[]): { options: LineOptions; work: LineWork } {
  const file = takeOption(args, '--policy')
  const options = lineOptions(file.rest)
  if (file.value === null) throw new Error('--policy FILE is missing')
  const policy = readPolicy(fromCaller(file.value))
  return {
    options,
    work: (line) => {
      const { id, facts, request } = DecideLine.parse(line)
      if (!request) return { id, ...decide(facts, policy) }
      const made = caseOf(policy, facts, request)
      return { id, ...decide(made.facts, policy, made.request) }
    },
  }
}
