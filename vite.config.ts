import { reactRouter } from '@react-router/dev/vite'
import { defineConfig, type Plugin } from 'vite'

const serverOnly = /^(#db|#domain\/|#outside\/|#engine|#api|pg|kysely|node:)/

/**
 * Pages are drawn on the server and nothing hydrates, but React Router still builds a client to collect the style sheets.
 * There, what only the server has is an empty module, so that no rule and no database driver is ever bundled for a browser.
 */
function withoutServer(): Plugin {
  return {
    name: 'without-server',
    enforce: 'pre',
    applyToEnvironment: environment => environment.name === 'client',
    resolveId: source => (serverOnly.test(source) ? '\0nothing' : undefined),
    load: id => (id === '\0nothing' ? 'export default {}' : undefined),
  }
}

export default defineConfig({
  plugins: [withoutServer(), reactRouter()],
  publicDir: 'src/web/public',
  build: { assetsInlineLimit: 0 },
  environments: {
    client: { build: { rolldownOptions: { shimMissingExports: true } } },
    ssr: { build: { rolldownOptions: { input: './src/web/server.ts' } } },
  },
})
