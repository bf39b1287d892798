import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Disposition } from '../../../src-shared/domain/disposition.ts'
import { endsFor } from './ends.ts'
import { usePinyin } from './pinyin.ts'
import type { PaletteQuery } from './query.ts'

/** Tells which ways to end a query names. */
export function useEnds(): (query: PaletteQuery) => Disposition[] {
  const { i18n } = useTranslation()
  const toPinyin = usePinyin()
  return useMemo(() => {
    const speakers = [i18n.getFixedT('zh'), i18n.getFixedT('en')]
    return (query) => endsFor(query, (end) => speakers.map((t) => t(`disposition.${end}`)), toPinyin)
  }, [i18n, toPinyin])
}
