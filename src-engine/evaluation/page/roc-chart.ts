import type { RocPoint } from '../../domain/evaluation/auroc.ts'
import type { Words } from './html.ts'
import { createPlot, pathOf } from './plot.ts'

/** How many of the unhappy are found by how many of the others are called too; the diagonal is chance. */
export function rocChart(curve: readonly RocPoint[], axes: { x: Words; y: Words }, title: Words): string {
  const plot = createPlot(axes)
  const at = (falseAlarms: number, recall: number) => ({ x: plot.x(falseAlarms), y: plot.y(recall) })
  const points = [at(0, 0), ...curve.map(({ falseAlarms, recall }) => at(falseAlarms, recall))]
  const area = `<path class="area" d="${pathOf([...points, at(1, 0)])}Z"/>`
  return plot.frame(`<path class="ideal" d="${pathOf([at(0, 0), at(1, 1)])}"/>${area}<path class="line" d="${pathOf(points)}"/>`, title)
}
