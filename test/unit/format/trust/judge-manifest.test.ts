import { describe, expect, test } from 'vitest';
import { parseManifest } from '../../../../src/format/manifest.ts';
import {
  judgeManifest,
  latestIssuedAfter,
  requireTrusted,
  type TrustQuestion,
} from '../../../../src/format/trust/judge-manifest.ts';
import { SnapshotRefusedError } from '../../../../src/format/trust/refusal.ts';
import { attachSignature, readSignature } from '../../../../src/format/trust/signature.ts';
import { createVerifier } from '../../../../src/format/trust/verify-ed25519.ts';
import { makeSnapshot } from '../../../support/make-snapshot.ts';
import { createTestSigner } from '../../../support/signed-snapshot.ts';

const ours = await createTestSigner(1);
const older = await createTestSigner(2);
const stranger = await createTestSigner(3, 'Somebody');
const snapshot = await makeSnapshot({ records: { abstracts: ['a'] } });
const ISSUED = '2025-08-01T00:00:00Z';
const signedBytes = await ours.sign(snapshot, ISSUED);
const strangersBytes = await stranger.sign(snapshot);
const claimedBytes = attachSignature({
  signature: readSignature(strangersBytes)!.signature,
  message: readSignature(signedBytes)!.message,
});
const namelessBytes = attachSignature({
  signature: await ours.signBytes(snapshot.manifestBytes),
  message: snapshot.manifestBytes,
});
const verify = createVerifier(crypto.subtle);

function ask(
  manifestBytes: Uint8Array,
  { keys = [ours.key, older.key], latestIssued = null as string | null } = {},
): TrustQuestion {
  const manifest = parseManifest(manifestBytes);
  return { manifestBytes, manifest, policy: { keys }, latestIssued, verify };
}

function encode(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** Replaces text in signed bytes without touching the signature. */
function tamper(from: string, to: string): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(signedBytes);
  expect(text).toContain(from);
  return new TextEncoder().encode(text.replace(from, to));
}

describe('an app with keys', () => {
  test('accepts what was signed with any of them', async () => {
    const signed = { by: 'Test Archive', key: ours.key, issued: ISSUED };
    const authenticity = { kind: 'verified', signed };
    expect(await judgeManifest(ask(signedBytes))).toEqual({ kind: 'accept', authenticity });
    expect((await judgeManifest(ask(await older.sign(snapshot)))).kind).toBe('accept');
  });

  test.each([
    ['an unsigned one', snapshot.manifestBytes, { kind: 'unsigned' }],
    [
      'one whose signature was taken off',
      encode({ ...snapshot.manifest, signed: { by: 'x', key: ours.key, issued: ISSUED } }),
      { kind: 'unsigned' },
    ],
    ['one written anew after it was signed', tamper('{', '{ '), { kind: 'unsigned' }],
    [
      'one signed by a stranger',
      strangersBytes,
      { kind: 'unknown-key', by: 'Somebody', key: stranger.key },
    ],
    ['one that does not name its key', namelessBytes, { kind: 'unknown-key', by: null, key: null }],
    [
      'one changed after it was signed',
      tamper('"boards":0', '"boards":1'),
      { kind: 'bad-signature', by: 'Test Archive', key: ours.key },
    ],
    [
      'one that claims to be newer than it is',
      tamper(ISSUED, '2026-08-01T00:00:00Z'),
      { kind: 'bad-signature', by: 'Test Archive', key: ours.key },
    ],
    [
      "a stranger's that claims our key",
      claimedBytes,
      { kind: 'bad-signature', by: 'Test Archive', key: ours.key },
    ],
  ])('refuses %s', async (_, bytes, refusal) => {
    expect(await judgeManifest(ask(bytes))).toEqual({ kind: 'refuse', refusal });
    await expect(requireTrusted(ask(bytes))).rejects.toMatchObject({ refusal });
  });

  test('refuses one issued before what the device has verified, by whichever key', async () => {
    const latestIssued = '2025-08-01T00:00:01Z';
    const refusal = { kind: 'rollback', issued: ISSUED, latestIssued };
    for (const bytes of [signedBytes, await older.sign(snapshot, ISSUED)]) {
      expect(await judgeManifest(ask(bytes, { latestIssued }))).toEqual({
        kind: 'refuse',
        refusal,
      });
    }
    expect((await judgeManifest(ask(signedBytes, { latestIssued: ISSUED }))).kind).toBe('accept');
  });

  test('takes the order of times from the times, not from the days of the data', async () => {
    const corrected = await makeSnapshot({ date: '2025-07-01' });
    const bytes = await ours.sign(corrected, '2025-09-01T00:00:00Z');
    expect((await judgeManifest(ask(bytes, { latestIssued: ISSUED }))).kind).toBe('accept');
  });
});

describe('an app without keys', () => {
  test.each([
    ['unsigned', snapshot.manifestBytes, 'unsigned'],
    ['signed by somebody', signedBytes, 'unchecked'],
    ['with a signature that does not fit', tamper('"boards":0', '"boards":1'), 'unchecked'],
  ])('accepts what is %s and says so', async (_, bytes, kind) => {
    const verdict = await judgeManifest(ask(bytes, { keys: [], latestIssued: '2099-01-01' }));
    expect(verdict).toMatchObject({ kind: 'accept', authenticity: { kind } });
  });
});

test('what the device remembers only grows, and only by what was verified', async () => {
  const signed = { by: 'x', key: ours.key, issued: ISSUED };
  expect(latestIssuedAfter(null, { kind: 'verified', signed })).toBe(ISSUED);
  expect(latestIssuedAfter('2026-01-01T00:00:00Z', { kind: 'verified', signed })).toBe(
    '2026-01-01T00:00:00Z',
  );
  expect(latestIssuedAfter(null, { kind: 'unchecked', signed })).toBeNull();
  expect(latestIssuedAfter(ISSUED, { kind: 'unsigned' })).toBe(ISSUED);
});

test('each refusal says what was found, what was expected and what to do', () => {
  const refusals = [
    { kind: 'unsigned' },
    { kind: 'bad-signature', by: 'A', key: ours.key },
    { kind: 'unknown-key', by: 'B', key: stranger.key },
    { kind: 'unknown-key', by: null, key: null },
    { kind: 'rollback', issued: ISSUED, latestIssued: '2026-01-01T00:00:00Z' },
    { kind: 'mixed', part: 'the index of papers', found: '2 blocks', expected: '3 blocks' },
  ] as const;
  const messages = refusals.map((refusal) => new SnapshotRefusedError(refusal).message);
  expect(new Set(messages).size).toBe(refusals.length);
  expect(messages[2]).toContain(stranger.key);
  expect(messages[4]).toMatch(/2025-08-01.*2026-01-01/);
  expect(messages[5]).toMatch(/index of papers has 2 blocks.*3 blocks/);
});
