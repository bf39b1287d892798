import { defineConfig } from 'vite'

/** The launcher that a shop's own pages load: one classic script, nothing else, run inside a function of the gateway's making. */
export default defineConfig({
  publicDir: false,
  build: {
    target: ['es2020', 'chrome87', 'safari14', 'firefox85'],
    outDir: 'out/webchat',
    emptyOutDir: false,
    lib: { entry: 'src-gateway/channels/web-chat/page/launcher/launcher.ts', formats: ['iife'], name: 'unused', fileName: () => 'embed.js' },
  },
})
