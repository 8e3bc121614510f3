import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerRange, parseRange } from '../../../scripts/byte-range.mjs';

test.each([
  [undefined, null],
  ['bytes=0-0', { start: 0, end: 1 }],
  ['bytes=90-200', { start: 90, end: 100 }],
  ['bytes=99-', { start: 99, end: 100 }],
  ['bytes=-1', { start: 99, end: 100 }],
  ['bytes=-500', { start: 0, end: 100 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=100-101', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  // All is sent where the header says nothing that could be sent alone.
  ['bytes=5-4', null],
  ['bytes=-', null],
  ['bytes=0-1,5-6', null],
  ['lines=0-1', null],
  ['bytes 0-1', null],
])('of 100 bytes, %s asks for %j', (header, expected) => {
  expect(parseRange(header, 100)).toEqual(expected);
});

test('the answer is the part that it says, or all', () => {
  const number = fc.oneof(fc.constant(''), fc.nat({ max: 40 }).map(String));
  fc.assert(
    fc.property(fc.nat({ max: 30 }), number, number, (size, first, last) => {
      const body = Uint8Array.from({ length: size }, (_, at) => at);
      const { status, headers, body: part } = answerRange(`bytes=${first}-${last}`, body);
      if (status === 200) {
        expect(part).toEqual(body);
        return;
      }
      const said = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+)$/.exec(headers['content-range'] ?? '')!;
      expect(Number(said[3])).toBe(size);
      if (status === 416) expect([part.byteLength, said[1]]).toEqual([0, undefined]);
      else expect(part).toEqual(body.slice(Number(said[1]), Number(said[2]) + 1));
    }),
  );
});
