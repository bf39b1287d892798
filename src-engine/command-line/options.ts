/** Takes one option with its value out of the arguments. @throws Error when it stands there without a value */
export function takeOption(args: readonly string[], name: string): { value: string | null; rest: string[] } {
  const at = args.indexOf(name)
  if (at < 0) return { value: null, rest: [...args] }
  const value = args[at + 1]
  if (value === undefined || value.startsWith('--')) throw new Error(`${name} needs a value`)
  return { value, rest: args.filter((_, i) => i !== at && i !== at + 1) }
}
