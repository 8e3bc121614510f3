import { expect, test, vi } from 'vitest';
import { parseManifest } from '../../../src/format/manifest.ts';
import { MAX_MANIFEST_BYTES } from '../../../src/format/limits.ts';
import { judgeManifest } from '../../../src/format/trust/judge-manifest.ts';
import { readSignature } from '../../../src/format/trust/signature.ts';
import { createVerifier } from '../../../src/format/trust/verify-ed25519.ts';
import { mutateBytes } from '../../support/fuzz/mutate-bytes.ts';
import { mutateJson } from '../../support/fuzz/mutate-json.ts';
import { isPartOf, runFuzz } from '../../support/fuzz/run-fuzz.ts';
import { FUZZ_RUNS, fuzzRuns } from '../../support/fuzz/runs.ts';
import { makeSnapshot } from '../../support/make-snapshot.ts';
import { readSampleSnapshot } from '../../support/fuzz/sample-records.ts';
import { createTestSigner } from '../../support/signed-snapshot.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const signer = await createTestSigner();
const small = await makeSnapshot({
  records: { abstracts: ['a', null, 'b'] },
  dictionary: 'What is often said.',
});
const signedBytes = await signer.sign(small);
const { manifestBytes: sampleBytes } = await readSampleSnapshot();
const describe = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('all decoders together get 100,000 inputs, the search index as many again', () => {
  const total = Object.values(FUZZ_RUNS).reduce((sum, runs) => sum + runs, 0);
  expect(total).toBe(200_000);
});

test('a manifest is read as it stands, or refused', async () => {
  const { runs, seed } = fuzzRuns('manifest');
  const counts = await runFuzz(
    {
      name: 'manifest',
      describe,
      mutate: (random) =>
        mutateJson(random.pick([sampleBytes, signedBytes, small.manifestBytes]), random),
      decode(bytes) {
        const manifest = parseManifest(bytes);
        if (bytes.byteLength > MAX_MANIFEST_BYTES) throw new Error('It is beyond the limit.');
        if (!isPartOf(manifest, JSON.parse(new TextDecoder().decode(bytes)))) {
          throw new Error('What was read is not what stands there.');
        }
        return true;
      },
    },
    runs,
    seed,
  );
  expect(counts.accepted).toBeGreaterThan(runs / 20);
  expect(counts.refused['MalformedError']).toBeGreaterThan(runs / 20);
  expect(counts.refused['UnreadableVersionError']).toBeGreaterThan(0);
});

test('no change to a signed manifest is accepted by whoever knows the key', async () => {
  const { runs, seed } = fuzzRuns('signature');
  const verify = createVerifier(crypto.subtle);
  const policy = { keys: [signer.key] };
  const counts = await runFuzz(
    {
      name: 'signature',
      describe,
      mutate: (random) => (random.next() < 0.5 ? mutateBytes : mutateJson)(signedBytes, random),
      async decode(bytes) {
        const isSame = Buffer.from(bytes).equals(signedBytes);
        const signed = readSignature(bytes);
        if (signed !== null && signed.message.byteLength !== bytes.byteLength - 101) {
          throw new Error('The message is not the file without its signature.');
        }
        const manifest = parseManifest(bytes);
        const question = { manifestBytes: bytes, manifest, policy, latestIssued: null, verify };
        const isAccepted = (await judgeManifest(question)).kind === 'accept';
        if (isAccepted && !isSame) throw new Error('A changed manifest was accepted.');
        if (!isAccepted && isSame) throw new Error('The manifest itself was refused.');
        return isAccepted;
      },
    },
    runs,
    seed,
  );
  // Those that are manifests still, and fail by their signature alone.
  expect(counts.refused['nothing']).toBeGreaterThan(runs / 20);
});
