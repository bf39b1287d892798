/** Two soft tones, a fifth apart, in hertz; the second begins a little later. */
const TONES = [{ hertz: 523.25, at: 0 }, { hertz: 783.99, at: 0.09 }] as const
/** Seconds until a tone has died away. */
const LENGTH = 0.5
/** Loudness of one tone at full volume, 0..1: two together stay soft. */
const LOUDEST = 0.25

let context: AudioContext | null = null

/** Makes the desk's one sound. @param volume 0..100 */
export function chime(volume: number): void {
  if (volume <= 0) return
  context ??= new AudioContext()
  void context.resume()
  for (const { hertz, at } of TONES) {
    const [tone, loudness] = [context.createOscillator(), context.createGain()]
    const start = context.currentTime + at
    tone.type = 'sine'
    tone.frequency.value = hertz
    loudness.gain.setValueAtTime(0, start)
    loudness.gain.linearRampToValueAtTime(LOUDEST * (volume / 100) ** 2, start + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH)
    tone.connect(loudness).connect(context.destination)
    tone.start(start)
    tone.stop(start + LENGTH)
  }
}
