import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, runBin } from '../../../../scripts/project.mjs';
import { startServer, type Answer } from '../../../../scripts/static-server.mjs';
import { makeKeyPair, parseSigningKey } from '../../../../src/builder/signing/key-pair.ts';
import { createManifestSigner } from '../../../../src/builder/signing/manifest-signer.ts';
import type { Metrics } from '../../bench.ts';
import { readEndState } from '../end-state.ts';
import { openLab } from '../lab.ts';
import { openOfflinePage } from '../offline-page.ts';

/** Builds the app with settings of its own, hands over its folder, and removes it. */
async function withApp<T>(
  env: Record<string, string>,
  work: (dist: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(ROOT, '.cache', 'bench-app-'));
  try {
    const args = ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
    if ((await runBin('vite', args, { env, quiet: true })) !== 0)
      throw new Error('No app was built.');
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A mirror that lies now and then, one that stalls now and then, and the site itself behind them. */
export async function tryMirrors(snapshot: string, expected: string | null): Promise<Metrics> {
  const misbehaving = async (every: number, answer: Answer) => {
    let asked = 0;
    return startServer({
      dist: null,
      archive: snapshot,
      cors: true,
      intercept: (path) => {
        if (!path.includes('/blocks/')) return null;
        asked += 1;
        return asked % every === 0 ? answer : null;
      },
    });
  };
  const lying = await misbehaving(5, { mangle: (body) => body.toReversed() });
  const stalling = await misbehaving(40, { stall: true });
  try {
    const mirrors = [lying.url, stalling.url].map((url) => `${url}archive/`);
    return await withApp({ PWC_MIRRORS: [...mirrors, 'archive/'].join(' ') }, async (dist) => {
      const lab = await openLab(dist, snapshot);
      try {
        const context = await lab.browser('mirrors');
        const page = await openOfflinePage(lab, context);
        await page.getByRole('button', { name: /^Install everything/ }).click();
        await page
          .getByRole('button', { name: 'Remove everything' })
          .waitFor({ timeout: 1_200_000 });
        const state = await readEndState(lab, context);
        return { mirrors_end_state_same: Number(state !== null && state === expected) };
      } finally {
        await lab.close();
      }
    });
  } finally {
    await lying.close();
    await stalling.close();
  }
}

/** Manifests that an app with a key may not take: older, unsigned, changed after they were signed. */
export async function tryRefusals(snapshot: string): Promise<Metrics> {
  const { privatePem, publicKey } = makeKeyPair();
  const key = parseSigningKey(privatePem, 'the key of the bench');
  const plain = Uint8Array.from(readFileSync(join(snapshot, 'snapshot.json')));
  const sign = (issued: string) => {
    const signer = createManifestSigner(key, 'the bench', issued);
    const manifest = JSON.parse(new TextDecoder().decode(plain)) as Record<string, unknown>;
    const text = JSON.stringify({ ...manifest, signed: signer.signed });
    return signer.sign(new TextEncoder().encode(text));
  };
  const newer = sign('2025-08-02T00:00:00Z');
  const changed = new TextEncoder().encode(
    new TextDecoder().decode(newer).replace('CC BY-SA', 'CC BY-NC'),
  );
  const bad = {
    replay_refused: sign('2025-08-01T00:00:00Z'),
    unsigned_refused: plain,
    changed_refused: changed,
  };
  return withApp({ PWC_PUBLIC_KEYS: publicKey }, async (dist) => {
    const lab = await openLab(dist, snapshot);
    const serve = (body: Uint8Array) =>
      lab.intercept((path) =>
        path.endsWith('/snapshot.json')
          ? { body, headers: { 'content-type': 'application/json' } }
          : null,
      );
    try {
      serve(newer);
      const context = await lab.browser('refusals');
      const page = await openOfflinePage(lab, context);
      await page.getByRole('button', { name: /^Install Boards/ }).click();
      await page.getByRole('button', { name: 'Remove Boards' }).waitFor({ timeout: 600_000 });
      const metrics: Metrics = {};
      for (const [name, body] of Object.entries(bad)) {
        serve(body);
        await page.reload();
        const isRefused = await page
          .getByText('This archive was refused')
          .waitFor({ timeout: 30_000 })
          .then(
            () => true,
            () => false,
          );
        const isKept = await page.getByRole('button', { name: 'Remove Boards' }).isVisible();
        metrics[name] = Number(isRefused && isKept);
      }
      return metrics;
    } finally {
      await lab.close();
    }
  });
}
