import fs from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'

/**
 * Lines of `<data>/<file>`; null where no folder was given or the file is not in it.
 * @throws Error that names the file and the line that is not of this shape
 */
export function readJsonLines<Shape extends z.ZodType>(data: string | null, file: string, shape: Shape): z.infer<Shape>[] | null {
  if (data === null) return null
  const full = path.join(data, file)
  if (!fs.existsSync(full)) return null
  return fs.readFileSync(full, 'utf8').split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    const read = shape.safeParse(JSON.parse(line))
    if (!read.success) throw new Error(`${file}: line ${String(at + 1)} is of another shape`)
    return [read.data]
  })
}
