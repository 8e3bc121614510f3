import { describe, expect, test } from 'vitest';
import {
  readRememberedDirections,
  rememberDirections,
} from '../../../../src/components/leaderboard/remembered-directions.ts';

/** As much of a browser's storage as is used. */
function memoryStorage(content: string | null = null, isFull = false): Storage {
  let text = content;
  return {
    getItem: () => text,
    setItem: (_: string, next: string) => {
      if (isFull) throw new Error('QuotaExceededError');
      text = next;
    },
  } as unknown as Storage;
}

describe('directions that a person has set', () => {
  test('are kept by board, and forgotten', () => {
    const storage = memoryStorage();
    rememberDirections(storage, 'a', 'lower:F1');
    rememberDirections(storage, 'b', 'higher:MR');
    rememberDirections(storage, 'a', 'higher:F1');
    expect(readRememberedDirections(storage, 'a')).toBe('higher:F1');
    rememberDirections(storage, 'a', '');
    expect(readRememberedDirections(storage, 'a')).toBeNull();
    expect(readRememberedDirections(storage, 'b')).toBe('higher:MR');
  });

  test('of 200 boards; the oldest goes first', () => {
    const storage = memoryStorage();
    for (let board = 0; board <= 200; board++) rememberDirections(storage, `b${board}`, 'lower:X');
    expect(readRememberedDirections(storage, 'b0')).toBeNull();
    expect(readRememberedDirections(storage, 'b1')).toBe('lower:X');
  });

  test.each(['{', '{"a":1}', '[["a",5],["a"],7]', 'null'])(
    'damaged storage %s holds nothing',
    (text) => {
      expect(readRememberedDirections(memoryStorage(text), 'a')).toBeNull();
    },
  );

  test('full storage keeps nothing and breaks nothing', () => {
    const storage = memoryStorage(null, true);
    rememberDirections(storage, 'a', 'lower:F1');
    expect(readRememberedDirections(storage, 'a')).toBeNull();
  });
});
