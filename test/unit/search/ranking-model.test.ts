import { describe, expect, it } from 'vitest';
import { rarityWeight, termWeight, WEIGHT_UNIT } from '../../../src/search/ranking-model.ts';

const DOCUMENTS = 576_000;
const FREQUENCIES = [1, 40, 3_000, 90_000, 400_000, DOCUMENTS];
const [SHORT, LONG] = [3, 14];

describe('termWeight', () => {
  it('is the rarity of a term in a short query', () => {
    for (const frequency of FREQUENCIES) {
      expect(termWeight(frequency, DOCUMENTS, SHORT)).toBe(rarityWeight(frequency, DOCUMENTS));
    }
  });

  it('is the rarity to the power of 1.25 in a long one', () => {
    for (const frequency of FREQUENCIES) {
      const rarity = rarityWeight(frequency, DOCUMENTS) / WEIGHT_UNIT;
      const expected = Math.max(1, WEIGHT_UNIT * 5 * (rarity / 5) ** 1.25);
      expect(Math.abs(termWeight(frequency, DOCUMENTS, LONG) - expected)).toBeLessThanOrEqual(0.5);
    }
  });

  it('is never nothing', () => {
    expect(termWeight(DOCUMENTS, DOCUMENTS, LONG)).toBe(1);
  });
});
