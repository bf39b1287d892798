const MARKS: ReadonlyArray<readonly [readonly number[], string]> = [[[0xff, 0xfe], 'utf-16le'], [[0xfe, 0xff], 'utf-16be'], [[0xef, 0xbb, 0xbf], 'utf-8']]

/** Does the end of these bytes cut a character of UTF-8 in two? Then it is left out of the test. */
function withoutCut(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back)
  }
  return bytes
}

function encodingOf(bytes: Uint8Array): string {
  for (const [mark, encoding] of MARKS) if (mark.every((byte, at) => bytes[at] === byte)) return encoding
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(withoutCut(bytes))
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

/**
 * Turns a file's bytes into text piece by piece. A byte order mark tells the encoding; else the first bytes that are no ASCII do:
 * what is no UTF-8 is taken for GB 18030, which Chinese tools write.
 */
export function createDecoder() {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  return {
    push(bytes: Uint8Array): string {
      // Plain ASCII reads alike in both, so the choice waits for more.
      if (decoder === null && bytes.every((byte) => byte < 0x80)) return new TextDecoder('utf-8').decode(bytes)
      decoder ??= new TextDecoder(encodingOf(bytes))
      return decoder.decode(bytes, { stream: true })
    },
    end: (): string => decoder?.decode() ?? '',
  }
}
