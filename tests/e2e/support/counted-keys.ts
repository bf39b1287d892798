import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, REPO, type Desk } from './app.ts'

/** A task of docs/keys.md: its keys in order, and how many they are said to be. */
interface CountedTask {
  keys: readonly string[]
  count: number
}

/** The lines of the table, by number. A line that does not fit the table's shape is missing here. */
export function countedTasks(): ReadonlyMap<number, CountedTask> {
  const text = readFileSync(join(REPO, 'docs', 'keys.md'), 'utf8')
  return new Map([...text.matchAll(/^\| (\d+) \| [^|]+ \| ([^|]+) \| (\d+) \|/gm)].map(([, n, keys = '', count]) => [
    Number(n), { keys: [...keys.matchAll(/`([^`]+)`/g)].flatMap(([, key]) => key ?? []), count: Number(count) },
  ]))
}

/** As the keyboard's driver calls the key: letters with a modifier by their place, so that the layout does not matter. */
const nameFor = (key: string): string => key.replace('Ctrl+', 'Control+').replace('→', 'ArrowRight').replace(/\+([A-Z])$/, '+Key$1')

/** Presses the keys of a task one after the other as they stand in docs/keys.md, and counts. */
export class CountedKeys {
  readonly #task: CountedTask
  #pressed = 0

  constructor(private readonly desk: Desk, private readonly number: number) {
    const task = countedTasks().get(number)
    if (!task) throw new Error(`docs/keys.md has no task ${number}`)
    this.#task = task
  }

  /** @param times how many of the next keys, without a look in between */
  async press(times = 1): Promise<void> {
    for (let i = 0; i < times; i++) {
      const key = this.#task.keys[this.#pressed]
      if (key === undefined) throw new Error(`task ${this.number} needs more keys than docs/keys.md gives it`)
      this.#pressed += 1
      await this.desk.page.keyboard.press(nameFor(key))
    }
  }

  /** The task is done: all of its keys were needed, and they are as many as the table says. */
  done(): void {
    expect({ task: this.number, pressed: this.#pressed, counted: this.#task.count }).toEqual({ task: this.number, pressed: this.#task.keys.length, counted: this.#task.keys.length })
  }
}
