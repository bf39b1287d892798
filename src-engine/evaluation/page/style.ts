/** The page's styles: the desk's colours, both themes, and paper. */
export const STYLE = `
:root { color-scheme: light dark; --page: #f6f7f8; --surface: #fff; --rule: #e0e3e7; --text: #1b1f24; --text-2: #565e69; --accent: #2b5cc4; --accent-soft: #e4ecfb; --danger: #b3261e; --danger-soft: #fdeae8; --success: #1a6d42; --success-soft: #e3f4ea; --warning: #845400; }
@media (prefers-color-scheme: dark) { :root { --page: #141619; --surface: #1a1d21; --rule: #2e3339; --text: #e7e9ec; --text-2: #a5acb6; --accent: #8db1ff; --accent-soft: #24324d; --danger: #ff9d94; --danger-soft: #43211f; --success: #7fd3a2; --success-soft: #1b3527; --warning: #f1c069; } }
* { box-sizing: border-box; margin: 0; }
body { background: var(--page); color: var(--text); font: 14px/1.6 -apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans', 'Noto Sans CJK SC', sans-serif; font-variant-numeric: tabular-nums; }
main { position: relative; max-width: 1040px; margin: 0 auto; padding: 48px 24px 64px; }
#in-en:checked ~ .page .zh, #in-zh:checked ~ .page .en { display: none; }
input[name='language'] { position: absolute; opacity: 0; pointer-events: none; }
header { display: grid; grid-template-columns: 1fr auto; gap: 4px 24px; align-items: center; }
.by { color: var(--text-2); }
h1 { grid-column: 1 / -1; font-size: 34px; line-height: 1.25; letter-spacing: -.01em; }
.lead { grid-column: 1 / -1; max-width: 52em; margin-top: 8px; font-size: 16px; line-height: 1.7; }
.switch { display: flex; gap: 2px; padding: 2px; border: 1px solid var(--rule); border-radius: 8px; background: var(--surface); font-size: 12px; }
.switch legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.switch label { padding: 2px 10px; border-radius: 6px; color: var(--text-2); cursor: pointer; }
#in-en:checked ~ .page label[for='in-en'], #in-zh:checked ~ .page label[for='in-zh'] { background: var(--accent-soft); color: var(--text); }
#in-en:focus-visible ~ .page label[for='in-en'], #in-zh:focus-visible ~ .page label[for='in-zh'] { outline: 2px solid var(--accent); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(168px, 1fr)); gap: 12px; margin-top: 32px; }
.tile, section, footer { border: 1px solid var(--rule); border-radius: 10px; background: var(--surface); }
.tile { padding: 16px 20px; }
.tile p { color: var(--text-2); font-size: 13px; line-height: 1.45; }
.tile .figure { color: var(--text); font-size: 36px; font-weight: 600; line-height: 1.2; letter-spacing: -.02em; }
.tile .interval { margin-top: 2px; font-size: 12px; }
section, footer { margin-top: 16px; padding: 24px; }
h2 { font-size: 18px; line-height: 1.4; }
h3 { margin-top: 24px; font-size: 14px; }
.hint, footer p { color: var(--text-2); font-size: 13px; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 8px 32px; margin-top: 12px; }
.pair section { margin: 0; padding: 0; border: 0; }
.pair section h3 { margin-top: 0; }
figcaption { margin-bottom: 4px; font-weight: 600; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--text-2); font-size: 12px; }
svg .count, svg .name { fill: var(--text); font-size: 11px; }
svg .grid, svg .rail { stroke: var(--rule); fill: var(--rule); }
svg .ideal { stroke: var(--text-2); stroke-dasharray: 4 4; fill: none; }
svg .line { stroke: var(--accent); stroke-width: 2; fill: none; stroke-linejoin: round; }
svg .thin { stroke-width: 1; stroke-opacity: .45; }
svg .area { fill: var(--accent); fill-opacity: .1; }
svg .dot { fill: var(--accent); fill-opacity: .85; stroke: var(--surface); stroke-width: 1.5; }
svg .stalk { stroke: var(--danger); stroke-width: 2; stroke-opacity: .6; }
svg .asked { stroke: var(--success); stroke-dasharray: 2 4; }
svg .ring { fill: var(--surface); stroke: var(--success); stroke-width: 2.5; }
svg .empty { fill: var(--page); }
svg .hit { fill: var(--success); }
svg .miss { fill: var(--danger); }
.scale { max-width: 200px; margin-top: 10px; overflow: visible; }
figure svg { max-width: 560px; }
.scale .rail { stroke-width: 2; } .scale .reach { stroke: var(--accent); stroke-width: 6; stroke-opacity: .4; } .scale .value { stroke: var(--accent); stroke-width: 2.5; }
.asked-list { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 8px; padding: 0; list-style: none; }
.chip { display: inline-block; max-width: 100%; padding: 0 8px; overflow: hidden; border-radius: 5px; font-size: 12px; line-height: 20px; text-overflow: ellipsis; vertical-align: bottom; white-space: nowrap; }
.chip.expected { background: var(--success-soft); color: var(--success); }
.chip.told { background: var(--danger-soft); color: var(--danger); }
ol { margin-top: 12px; padding: 0; list-style: none; }
.pairs li { display: grid; grid-template-columns: minmax(0, 1fr) minmax(120px, 1fr) minmax(0, 1fr); gap: 12px; align-items: center; padding: 5px 0; }
.pairs li > .chip:first-child { justify-self: end; }
.pairs li > .chip:last-child { justify-self: start; }
.flow { display: grid; grid-template-columns: 1fr 84px; gap: 10px; align-items: center; color: var(--text-2); font-size: 12px; white-space: nowrap; }
.flow svg { height: 8px; } .flow .miss { fill-opacity: .7; }
.map { margin-top: 8px; overflow-x: auto; } .map svg { min-width: 520px; }
table { width: 100%; margin-top: 12px; border-collapse: collapse; font-size: 13px; }
th, td { padding: 5px 8px; border-bottom: 1px solid var(--rule); text-align: right; white-space: nowrap; }
th:first-child { text-align: left; font-weight: 400; overflow-wrap: anywhere; white-space: normal; }
thead th, thead th:first-child { color: var(--text-2); font-size: 12px; font-weight: 400; }
.wide { width: 36%; } .bar { height: 18px; } .bar .fill { fill: var(--accent); } .bar .rail { stroke: none; } .tick-mark { fill: var(--text-2); }
.errors li { padding: 10px 0; border-top: 1px solid var(--rule); break-inside: avoid; }
.errors p { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; margin-top: 4px; color: var(--text-2); font-size: 12px; }
blockquote { overflow-wrap: anywhere; white-space: pre-wrap; }
.sure { font-weight: 600; }
@media (max-width: 560px) { main { padding: 24px 12px; } section { padding: 16px; } .pair { grid-template-columns: 1fr; } .wide { display: none; } }
@media print {
  :root { color-scheme: light; --page: #fff; --surface: #fff; --rule: #d5d9de; --text: #000; --text-2: #444; --accent: #2b5cc4; --accent-soft: #e4ecfb; --danger: #b3261e; --danger-soft: #fdeae8; --success: #1a6d42; --success-soft: #e3f4ea; }
  * { print-color-adjust: exact; }
  main { max-width: none; padding: 0; } .switch { display: none; } .tile, figure, tr, .pairs li { break-inside: avoid; } h2, h3 { break-after: avoid; }
}
`
