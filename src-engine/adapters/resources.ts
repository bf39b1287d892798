import fs from 'node:fs'
import path from 'node:path'

/** Files that ship with the program, read once at start. */
export function openResources(dir: string) {
  const file = (...parts: string[]): string => path.join(dir, ...parts)
  return {
    text: (...parts: string[]): string => fs.readFileSync(file(...parts), 'utf8'),
    bytes: (...parts: string[]): Uint8Array => fs.readFileSync(file(...parts)),
    json: (...parts: string[]): unknown => JSON.parse(fs.readFileSync(file(...parts), 'utf8')),
    /** Names of the files in a folder, sorted. */
    list: (...parts: string[]): string[] => fs.readdirSync(file(...parts)).sort(),
  }
}
export type Resources = ReturnType<typeof openResources>
