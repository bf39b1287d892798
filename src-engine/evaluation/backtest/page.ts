import type { BacktestCase, BacktestReport, BacktestRow } from '../../../src-shared/domain/backtest.ts'
import type { HistoryTurn } from '../../../src-shared/domain/history.ts'
import { both, escape, percent, whole, type Words } from '../page/html.ts'
import { round } from '../page/plot.ts'
import { section } from '../page/section.ts'
import { STYLE } from '../page/style.ts'
import { tile } from '../page/tile.ts'
import { DID, PAGE, WOULD_WORDS } from './words.ts'

const WIDTH = 360
/** Cases that the page shows, and turns around each. */
const SHOWN = 40
const AROUND = { before: 4, after: 3 }
const COLOURS = { same: 'var(--success)', otherwise: 'var(--danger)', unclear: 'var(--accent-soft)', left: 'var(--rule)' } as const

const otherwise = ({ alone }: BacktestRow): number => alone.asked + alone.money + alone.handover
const unclear = ({ alone }: BacktestRow): number => alone.unclear + alone.none
const isAlone = ({ would }: BacktestRow): number => would.auto + would.unknown

function bar(row: BacktestRow): string {
  const parts: [keyof typeof COLOURS, number][] = [['same', row.alone.same], ['otherwise', otherwise(row)], ['unclear', unclear(row)], ['left', row.moments - isAlone(row)]]
  let at = 0
  const rects = parts.map(([kind, count]) => {
    const width = row.moments === 0 ? 0 : (count / row.moments) * WIDTH
    const rect = `<rect x="${round(at)}" y="3" width="${round(width)}" height="12" fill="${COLOURS[kind]}"/>`
    at += width
    return rect
  })
  return `<svg viewBox="0 0 ${WIDTH} 18" preserveAspectRatio="none" aria-hidden="true">${rects.join('')}</svg>`
}

function intentRow(row: BacktestRow): string {
  const range = row.agreement ? `${percent(row.agreement.value, 0)} (${percent(row.agreement.low, 0)} – ${percent(row.agreement.high, 0)})` : '–'
  return `<tr><th scope="row">${row.intent === '' ? both(PAGE.noIntent) : escape(row.intent)}</th><td class="wide">${bar(row)}</td><td>${whole(row.moments)}</td><td>${whole(isAlone(row))}</td><td>${range}</td></tr>`
}

const ROLE: Readonly<Record<HistoryTurn['role'], Words>> = { customer: { en: 'Customer', zh: '顾客' }, agent: { en: 'Agent', zh: '客服' }, machine: { en: 'Robot', zh: '机器人' } }

function caseOf(one: BacktestCase, turns: readonly HistoryTurn[]): string {
  const lines = turns.slice(Math.max(0, one.turn - AROUND.before), one.turn + 1 + AROUND.after).map(({ role, text }) => `<li><b>${both(ROLE[role])}</b> ${escape(text)}</li>`)
  return `<article><h3>${escape(one.intent)} · ${both(WOULD_WORDS[one.would])} · ${both(DID[one.did])}</h3><ul>${lines.join('')}</ul></article>`
}

/**
 * The report as one HTML file: no script, nothing fetched, both languages in it. Customers' words in it are masked and escaped.
 * @param turnsOf the turns of a conversation, by its id
 */
export function backtestPage(report: BacktestReport, turnsOf: (id: string) => readonly HistoryTurn[], { language, policy }: { language: 'zh' | 'en'; policy: string }): string {
  const { total } = report
  const radio = (one: 'en' | 'zh'): string => `<input type="radio" name="language" id="in-${one}"${language === one ? ' checked' : ''}>`
  const minutes = (ms: number): string => whole(Math.round(ms / 60_000))
  const tiles = `<div class="tiles">${tile(report.conversations, PAGE.conversations, whole)}${tile(total.moments === 0 ? null : isAlone(total) / total.moments, PAGE.alone)}${tile(total.agreement, PAGE.agreement)}${tile(total.savedMs, PAGE.saved, minutes)}</div>`
  const table = `<table class="labels"><thead><tr><th scope="col">${both(PAGE.intent)}</th><td class="wide"></td><th scope="col">${both(PAGE.moments)}</th><th scope="col">${both(PAGE.alone)}</th><th scope="col">${both(PAGE.agreement)}</th></tr></thead><tbody>${report.intents.map(intentRow).join('')}</tbody></table>`
  const cases = report.cases.length === 0 ? `<p>${both(PAGE.none)}</p>` : report.cases.slice(0, SHOWN).map((one) => caseOf(one, turnsOf(one.conversationId))).join('')
  const rules = `<ul>${report.rules.slice(0, 12).map(({ rule, count }) => `<li>${escape(rule)}: ${whole(count)}</li>`).join('')}</ul>`
  const unknown: Words = {
    en: `The history does not tell the order's state ${whole(report.unknown.orderStatus)} times, nor who the customer was ${whole(report.unknown.identity)} times.`,
    zh: `历史记录里有 ${whole(report.unknown.orderStatus)} 次不知道订单状态，${whole(report.unknown.identity)} 次不知道顾客是谁。`,
  }
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(PAGE.title[language])}</title>
<style>${STYLE}article { padding: 12px 0; border-top: 1px solid var(--rule); } article ul { padding-left: 20px; }</style>
</head>
<body>
<main>
${radio('en')}${radio('zh')}
<div class="page">
<header><p class="by">${escape(policy)}</p><fieldset class="switch"><legend>${both(PAGE.language)}</legend><label for="in-en" lang="en">English</label><label for="in-zh" lang="zh">中文</label></fieldset><h1>${both(PAGE.title)}</h1><p class="lead">${both(unknown)}</p></header>
${tiles}
${section(PAGE.intents, PAGE.intentsHint, table)}
${section(PAGE.cases, PAGE.casesHint, cases)}
${section(PAGE.rules, null, rules)}
<footer><h2>${both(PAGE.how)}</h2><p>${both(PAGE.howText)}</p></footer>
</div>
</main>
</body>
</html>
`
}
