import { defineConfig } from 'vite'

/** The customers' page: small, for browsers of the last few years, and nothing inline, because its CSP allows none. */
export default defineConfig({
  root: 'src-gateway/channels/web-chat/page',
  base: '/',
  build: {
    target: ['es2020', 'chrome87', 'safari14', 'firefox85'],
    outDir: '../../../../out/webchat',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
