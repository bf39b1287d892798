/** Of the shadow tree: nothing of the shop's page reaches in, and nothing gets out. */
export const STYLE = `
:host { all: initial; }
[hidden] { display: none !important; }
.launcher { position: fixed; bottom: 20px; z-index: 2147483000; width: 56px; height: 56px; padding: 0; border: 0; border-radius: 50%; display: grid; place-items: center;
  background: var(--own); color: var(--on-own); cursor: pointer; box-shadow: 0 2px 10px rgb(0 0 0 / .3); font: 600 12px/18px system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", sans-serif; }
.launcher:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px #000; }
.launcher svg { width: 26px; height: 26px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.badge { position: absolute; top: -4px; right: -4px; min-width: 20px; height: 20px; box-sizing: border-box; padding: 1px 5px; border-radius: 10px; background: #b3261e; color: #fff; }
.panel { position: fixed; bottom: 88px; z-index: 2147483000; width: 384px; height: min(640px, calc(100vh - 108px)); border: 1px solid rgb(128 128 128 / .4); border-radius: 12px; overflow: hidden; box-shadow: 0 6px 28px rgb(0 0 0 / .25); background: var(--paper); }
.panel[data-closed] { visibility: hidden; pointer-events: none; }
.panel iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: normal; }
.right { right: 20px; }
.left { left: 20px; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 480px) {
  .panel { inset: 0; width: 100%; height: 100%; border: 0; border-radius: 0; }
  .open.launcher { visibility: hidden; }
}
@media (prefers-reduced-motion: no-preference) { .launcher { transition: transform 120ms ease-out; } .launcher:hover { transform: scale(1.04); } }
`
