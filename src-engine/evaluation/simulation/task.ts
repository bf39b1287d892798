import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Task } from '../task.ts'
import { Judgement, simulationRows } from './figures.ts'

const LARGEST_BYTES = 16 * 2 ** 20

/**
 * Scripted customers against the whole engine, a gateway and the demo shop behind it. A gateway is no part of the engine, so
 * that a program of its own plays them, all in one run, and tells how each ended. @param project its folder, absolute
 */
export const simulationTask = (project: string): Task => ({
  name: 'simulation',
  async run() {
    const program = path.join(project, 'out/simulation/main.js')
    if (!fs.existsSync(program)) return simulationRows([]).map((row) => ({ ...row, note: 'npm run eval builds what plays them' }))
    const { stdout } = await promisify(execFile)(process.execPath, [program], { cwd: project, maxBuffer: LARGEST_BYTES })
    return simulationRows(stdout.split('\n').filter((line) => line !== '').map((line) => Judgement.parse(JSON.parse(line))))
  },
})
