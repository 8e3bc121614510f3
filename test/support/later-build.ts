import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashFiles, ROOT, runBin } from '../../scripts/project.mjs';

export const LATER_VERSION = '99.0.0';

/**
 * Builds the app once more as another version: a real second deploy, whose files all have other names.
 * Kept until the first build changes.
 * @param dist folder of the first build
 * @returns the folder of the later one
 */
export async function ensureLaterBuild(dist: string): Promise<string> {
  const hash = hashFiles([join(dist, 'index.html'), join(dist, 'sw.js')]).slice(0, 12);
  const folder = join(ROOT, '.cache', 'dist', `later-${hash}`);
  if (existsSync(folder)) return folder;
  const building = `${folder}.${process.pid}`;
  const args = ['build', '--outDir', building, '--emptyOutDir', '--logLevel', 'warn'];
  const code = await runBin('vite', args, { env: { APP_VERSION: LATER_VERSION }, quiet: true });
  if (code !== 0) throw new Error('The later build failed.');
  rmSync(folder, { recursive: true, force: true });
  renameSync(building, folder);
  return folder;
}
