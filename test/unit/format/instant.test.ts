import { expect, test } from 'vitest';
import { isInstant } from '../../../src/format/instant.ts';

test.each([
  ['2025-07-28T12:00:00Z', true],
  ['2024-02-29T23:59:59Z', true],
  ['2025-02-29T00:00:00Z', false],
  ['2025-13-01T00:00:00Z', false],
  ['2025-07-28T24:00:00Z', false],
  ['2025-07-28T12:00:60Z', false],
  ['2025-07-28T12:00:00+00:00', false],
  ['2025-07-28T12:00:00.5Z', false],
  ['2025-07-28', false],
  [' 2025-07-28T12:00:00Z', false],
])('%s: %s', (text, expected) => {
  expect(isInstant(text)).toBe(expected);
});
