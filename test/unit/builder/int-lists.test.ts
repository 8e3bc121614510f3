import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GrowingLists } from '../../../src/builder/growable-ints.ts';
import { groupPairs, keepItems, listOf } from '../../../src/builder/int-lists.ts';

const lists = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 8 }), {
  maxLength: 30,
});

test('lists that grow give back what was pushed', () => {
  fc.assert(
    fc.property(lists, (given) => {
      const growing = new GrowingLists();
      for (const list of given) growing.push(list);
      expect(given.map((_, place) => [...growing.at(place)])).toEqual(given);
      expect([...growing.at(given.length)]).toEqual([]);
    }),
  );
});

test('keeping some items leaves each list its own, in order', () => {
  fc.assert(
    fc.property(lists, (given) => {
      const owners = given.flatMap((list, owner) => list.map(() => owner));
      const packed = groupPairs(
        Int32Array.from(owners),
        Int32Array.from(given.flat()),
        given.length,
      );
      const kept = keepItems(packed, (item) => item % 3 === 0);
      expect(given.map((_, place) => [...listOf(kept, place)])).toEqual(
        given.map((list) => list.filter((item) => item % 3 === 0)),
      );
    }),
  );
});
