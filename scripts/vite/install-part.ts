import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { build, type Plugin, type Rolldown, type UserConfig } from 'vite';

const ENTRY = 'src/sw/install-part.ts';

/**
 * Builds the second script of the service worker, which it evaluates when an install needs it, into
 * `assets/`, named by its hash: with a fixed name a cache on the way could give a new worker the old
 * script. The worker's own build comes later and asks for the name.
 */
export function installPart(): { readonly plugin: Plugin; readonly fileName: () => string } {
  let fileName = '';
  let define: UserConfig['define'] = {};
  return {
    fileName: () => fileName,
    plugin: {
      name: 'pwc2:install-part',
      apply: 'build',
      configResolved(config) {
        define = config.define;
      },
      async generateBundle() {
        const source = await buildScript({ ...define });
        const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
        fileName = `assets/install-part-${hash}.js`;
        this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}

async function buildScript(define: Record<string, unknown>): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    build: {
      write: false,
      target: ['es2022', 'chrome120', 'safari17.4', 'firefox124'],
      lib: { entry: resolve(ENTRY), formats: ['iife'], name: 'pwc2' },
      // A worker may not load modules later.
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
  const chunk = outputs[0]?.output[0];
  if (chunk === undefined) throw new Error(`${ENTRY} was built into nothing.`);
  return chunk.code;
}
