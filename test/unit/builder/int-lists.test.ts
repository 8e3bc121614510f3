import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GrowingLists } from '../../../src/builder/growable-ints.ts';
import { groupPairs, listOf } from '../../../src/builder/int-lists.ts';

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

test('pairs are grouped by key, values of one key in their order', () => {
  fc.assert(
    fc.property(lists, (given) => {
      const owners = given.flatMap((list, owner) => list.map(() => owner));
      const grouped = groupPairs(
        Int32Array.from(owners),
        Int32Array.from(given.flat()),
        given.length,
      );
      expect(given.map((_, place) => [...listOf(grouped, place)])).toEqual(given);
    }),
  );
});
