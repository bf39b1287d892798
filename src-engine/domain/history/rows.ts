/** A row of a file; `line` from 1. `broken`: its quotes do not close, or it is not what the rest of the file is. */
export interface Row {
  line: number
  cells: readonly string[]
  broken: boolean
}

/** Takes a file's text piece by piece and tells its rows as they are complete. */
export interface RowReader {
  push(text: string): void
  end(): void
}
