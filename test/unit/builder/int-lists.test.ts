import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GrowingLists } from '../../../src/builder/growable-ints.ts';
import { invertLists, listOf } from '../../../src/builder/int-lists.ts';

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

test('inverted lists say for each item which lists hold it, in their order', () => {
  fc.assert(
    fc.property(lists, (given) => {
      const growing = new GrowingLists();
      for (const list of given) growing.push(list);
      const inverted = invertLists(growing, 10);
      for (let item = 0; item < 10; item++) {
        const holders = given.flatMap((list, place) =>
          list.filter((one) => one === item).map(() => place),
        );
        expect([...listOf(inverted, item)]).toEqual(holders);
      }
    }),
  );
});
