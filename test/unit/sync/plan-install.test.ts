import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlockHash } from '../../../src/format/hash.ts';
import { PACK_NAMES } from '../../../src/format/manifest.ts';
import { planInstall } from '../../../src/sync/plan-install.ts';

const files = fc.array(
  fc.integer({ min: 0, max: 30 }).map((n) => ({
    hash: n.toString(16).padStart(32, '0') as BlockHash,
    bytes: 10 + n,
    pack: PACK_NAMES[n % PACK_NAMES.length]!,
  })),
);

test('a plan is the set difference, each file once, in order', () => {
  fc.assert(
    fc.property(files, files, (needed, here) => {
      const stored = new Set(here.map(({ hash }) => hash));
      const plan = planInstall(needed, stored);
      const wanted = [...new Map(needed.map((file) => [file.hash, file])).values()];
      expect(plan.missing).toEqual(wanted.filter(({ hash }) => !stored.has(hash)));
      expect(plan.totalBytes).toBe(wanted.reduce((sum, { bytes }) => sum + bytes, 0));
      expect(plan.missingBytes).toBe(plan.missing.reduce((sum, { bytes }) => sum + bytes, 0));
      for (const { pack, doneBytes, totalBytes } of plan.packs) {
        const own = wanted.filter((file) => file.pack === pack);
        const here = own.filter(({ hash }) => stored.has(hash));
        expect(totalBytes).toBe(own.reduce((sum, { bytes }) => sum + bytes, 0));
        expect(doneBytes).toBe(here.reduce((sum, { bytes }) => sum + bytes, 0));
      }
      expect(plan.packs.map(({ pack }) => pack)).toEqual(
        PACK_NAMES.filter((pack) => wanted.some((file) => file.pack === pack)),
      );
    }),
  );
});
