import { useEffect, useState } from 'react'
import type { ToPinyin } from '../../../src-shared/domain/match.ts'

const NONE: ToPinyin = () => []
let loaded: ToPinyin | null = null

async function load(): Promise<ToPinyin> {
  const { pinyin } = await import('pinyin-pro')
  return (loaded ??= (han) => pinyin(han, { type: 'array', toneType: 'none', v: true }))
}

/** The sounds of Han characters. Their table is loaded when the palette is first opened; until then words are found as written. */
export function usePinyin(): ToPinyin {
  const [toPinyin, setToPinyin] = useState<ToPinyin>(() => loaded ?? NONE)
  useEffect(() => {
    let here = true
    void load().then((ready) => here && setToPinyin(() => ready), () => undefined)
    return () => { here = false }
  }, [])
  return toPinyin
}
