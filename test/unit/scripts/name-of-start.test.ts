import { expect, test } from 'vitest';
import { nameOfStart } from '../../../scripts/vite/name-of-start.ts';

test('names what the first module leads to by plain imports, around circles too, and nothing else', () => {
  const imports: Record<string, string[]> = {
    main: ['a', 'b'],
    a: ['b', 'missing'],
    b: ['a', 'c'],
    c: [],
    // What `import()` loads; it imports what is needed before.
    page: ['a', 'd'],
    d: [],
  };
  const context = {
    getModuleInfo: (id: string) => {
      const importedIds = imports[id];
      return importedIds === undefined ? null : { importedIds };
    },
  };
  const nameOf = nameOfStart('shell', 'main');
  const named = [...Object.keys(imports), 'missing'].filter(
    (id) => nameOf(id, context) === 'shell',
  );
  expect(named).toEqual(['main', 'a', 'b', 'c', 'missing']);
  expect(nameOf('page', context)).toBeNull();
});
