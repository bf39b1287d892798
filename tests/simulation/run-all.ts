import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Judgement } from '../../src-engine/evaluation/simulation/figures.ts'
import { openDesk } from '../support/desk.ts'
import { judge } from './judge.ts'
import { play, type Played } from './play.ts'
import { RealGateway } from './real-gateway.ts'
import type { Script } from './script.ts'
import { SIMULATION_POLICY } from './simulation-policy.ts'

/**
 * Plays conversations one after the other at one desk and one gateway, with every workflow switched on.
 * @param project its folder, absolute @param look sees each as it was played
 * @throws what went wrong inside the desk
 */
export async function runAll(project: string, scripts: readonly Script[], look: (played: Played, judgement: Judgement) => void = () => undefined): Promise<Judgement[]> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'simulation-'))
  const gateway = await RealGateway.open(path.join(dir, 'gateway'), path.join(project, 'resources'), SIMULATION_POLICY)
  const desk = openDesk(gateway, { dir, realTriage: true, workflows: 'shop' })
  try {
    await desk.connect()
    for (const { id } of desk.engine.workflows.shipped) desk.store.workflows.setLevel(id, 'undo')
    const judgements: Judgement[] = []
    for (const script of scripts) {
      const played = await play(desk, gateway, script)
      const judgement = judge(played)
      judgements.push(judgement)
      look(played, judgement)
    }
    const [wrong] = desk.errors
    if (wrong !== undefined) throw wrong instanceof Error ? wrong : new Error(String(wrong))
    return judgements
  } finally {
    desk.kill()
    await gateway.close()
    fs.rmSync(dir, { recursive: true, force: true })
  }
}
