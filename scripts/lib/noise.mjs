// Chromium's own log lines on standard error: messages about D-Bus, GPUs and the like, which say nothing about the app.

/** `[pid:MMDD/HHMMSS.micros:LEVEL:source]`; fatal ones and those of the page's console are not noise. */
const CHROMIUM = /^\[\d+:(?:\d+:)?\d{4}\/\d{6}\.\d+:(?:ERROR|WARNING|INFO|VERBOSE\d*):(?!CONSOLE)[^\]]*\]/
const DRIVERS = /^(?:libva (?:info|error)|MESA-LOADER|MESA: |Gtk-Message|\(electron:\d+\): (?:Gtk|Gdk|GLib|dconf)\S*-(?:WARNING|CRITICAL|Message) )/

/** @param {string} line */
export const isNoise = (line) => CHROMIUM.test(line) || DRIVERS.test(line)

/**
 * Passes on everything but noise, line by line.
 * @param {(text: string) => void} write
 */
export function noiseFilter(write) {
  let rest = ''
  return {
    /** @param {string} text */
    push(text) {
      const lines = (rest + text).split('\n')
      rest = /** @type {string} */ (lines.pop())
      for (const line of lines) if (!isNoise(line)) write(`${line}\n`)
    },
    end() {
      if (rest && !isNoise(rest)) write(rest)
      rest = ''
    },
  }
}
