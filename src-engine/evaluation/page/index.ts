import type { FeelingReport } from '../../domain/evaluation/feeling-report.ts'
import type { LabelReport } from '../../domain/evaluation/label-report.ts'
import { feelingSections, feelingSummary } from './feeling-page.ts'
import { both, escape, whole, type Words } from './html.ts'
import { labelSections, labelSummary } from './label-page.ts'
import { STYLE } from './style.ts'
import { WORDS } from './words.ts'

export interface PageFacts {
  /** The language it opens in. */
  language: 'zh' | 'en'
  by: 'triage' | 'model'
  /** Day of the measurement, YYYY-MM-DD. */
  day: string
  /** Milliseconds a message took. */
  times: { median: number | null; p99: number | null }
  /** Lines that could not be read. */
  skipped: number
}

function howWords({ times: { median, p99 }, skipped, day }: PageFacts, isLabels: boolean): Words {
  const ms = (value: number): string => `${value < 0.1 ? value.toFixed(3) : value.toFixed(2)} ms`
  const timed = median !== null && p99 !== null
  return {
    en: `${WORDS.howAll.en}${isLabels ? ` ${WORDS.howLabels.en}` : ''}${timed ? ` A message took ${ms(median)} (median; 99 of 100 under ${ms(p99)}).` : ''}${skipped > 0 ? ` ${whole(skipped)} lines could not be read and are not counted.` : ''} Measured on ${day}.`,
    zh: `${WORDS.howAll.zh}${isLabels ? WORDS.howLabels.zh : ''}${timed ? `每条消息用时 ${ms(median)}（中位数；100 条里 99 条在 ${ms(p99)} 以内）。` : ''}${skipped > 0 ? `有 ${whole(skipped)} 行读不出来，没有计入。` : ''}测于 ${day}。`,
  }
}

const SWITCH = `<fieldset class="switch"><legend>${both(WORDS.language)}</legend><label for="in-en" lang="en">English</label><label for="in-zh" lang="zh">中文</label></fieldset>`

/**
 * The report as one HTML file: no script, nothing fetched, both languages in it. Whatever people wrote is escaped, and the
 * page's own policy forbids everything but its styles.
 */
export function reportPage(report: LabelReport | FeelingReport, facts: PageFacts): string {
  const isLabels = report.kind === 'labels'
  const title = isLabels ? WORDS.titleLabels : WORDS.titleFeelings
  const summary = report.n === 0 ? WORDS.empty : isLabels ? labelSummary(report) : feelingSummary(report)
  const sections = report.n === 0 ? '' : isLabels ? labelSections(report) : feelingSections(report)
  const radio = (language: 'en' | 'zh'): string => `<input type="radio" name="language" id="in-${language}"${facts.language === language ? ' checked' : ''}>`
  return `<!doctype html>
<html lang="${facts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title[facts.language])}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${radio('en')}${radio('zh')}
<div class="page">
<header><p class="by">${both(facts.by === 'model' ? WORDS.byModel : WORDS.byTriage)}</p>${SWITCH}<h1>${both(title)}</h1><p class="lead">${both(summary)}</p></header>
${sections}
<footer><h2>${both(WORDS.how)}</h2><p>${both(howWords(facts, isLabels))}</p></footer>
</div>
</main>
</body>
</html>
`
}
