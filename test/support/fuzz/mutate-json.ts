import { mutateBytes } from './mutate-bytes.ts';
import type { Random } from './random.ts';

const NUMBERS = [
  '0',
  '-0',
  '-1',
  '1',
  '0.5',
  '1e3',
  '1e308',
  '1e999',
  '-1e999',
  '2147483647',
  '2147483648',
  '4294967296',
  '9007199254740991',
  '9007199254740992',
  '1e21',
  '0x10',
  '01',
  'NaN',
  'null',
];

const VALUES = [
  'null',
  'true',
  '0',
  '""',
  '"x"',
  '[]',
  '{}',
  '[[]]',
  '{"a":1}',
  '[null]',
  '"\\u0000"',
  '"\\ud800"',
  '"javascript:alert(1)"',
  '{"__proto__":{"a":1}}',
  '{"constructor":1}',
  '{"toString":null}',
];

/** A value of JSON that is no list or object. */
const SCALAR = /"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/g;
const NUMBER = /-?\d+(?:\.\d+)?/g;
const MEMBER = /"(?:[^"\\]|\\.)*":(?:"(?:[^"\\]|\\.)*"|-?\d+|true|false|null),/g;
const NAME = /"(?:[^"\\]|\\.)*"(?=:)/g;
const ITEM = /\[(?:"(?:[^"\\]|\\.)*"|-?\d+)(?:,(?:"(?:[^"\\]|\\.)*"|-?\d+))*\]/g;

/** Ways in which a text of JSON goes bad while it stays nearly JSON. */
const TEXT_MUTATIONS: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => replaceOne(text, NUMBER, random, () => random.pick(NUMBERS)),
  (text, random) => replaceOne(text, NUMBER, random, (found) => nudge(found, random)),
  (text, random) => replaceOne(text, SCALAR, random, () => random.pick(VALUES)),
  (text, random) => replaceOne(text, SCALAR, random, (found) => `[${found}]`),
  (text, random) => replaceOne(text, SCALAR, random, () => nest(random)),
  (text, random) => replaceOne(text, SCALAR, random, () => JSON.stringify(longText(random))),
  // A member left out, there twice, or there twice with another value.
  (text, random) => replaceOne(text, MEMBER, random, () => ''),
  (text, random) => replaceOne(text, MEMBER, random, (found) => found + found),
  (text, random) =>
    replaceOne(text, MEMBER, random, (found) => {
      const name = found.slice(0, found.indexOf('":') + 2);
      return `${found}${name}${random.pick(VALUES)},`;
    }),
  (text, random) => replaceOne(text, NAME, random, () => random.pick(['"__proto__"', '"x"', '""'])),
  (text, random) => replaceOne(text, ITEM, random, (found) => `${found},${found}`),
  (text, random) => replaceOne(text, ITEM, random, () => '[]'),
  (text, random) => {
    const lines = text.split('\n');
    const [a, b] = [random.below(lines.length), random.below(lines.length)];
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
    return lines.join('\n');
  },
];

/** The bytes of a text of JSON, changed as text, as bytes, or in both ways. */
export function mutateJson(
  bytes: Uint8Array<ArrayBuffer>,
  random: Random,
): Uint8Array<ArrayBuffer> {
  if (random.next() < 0.3) return mutateBytes(bytes, random);
  let text = new TextDecoder().decode(bytes);
  const times = random.next() < 0.7 ? 1 : 2 + random.below(3);
  for (let time = 0; time < times; time += 1) text = random.pick(TEXT_MUTATIONS)(text, random);
  const changed = new TextEncoder().encode(text);
  return random.next() < 0.1 ? mutateBytes(changed, random) : changed;
}

function replaceOne(
  text: string,
  pattern: RegExp,
  random: Random,
  replace: (found: string) => string,
): string {
  // Looks from a random place on, so that a long text need not be read as a whole.
  const finder = new RegExp(pattern.source, 'g');
  finder.lastIndex = random.below(text.length);
  const match = finder.exec(text) ?? new RegExp(pattern.source, 'g').exec(text);
  if (match === null) return text;
  const { index } = match;
  return text.slice(0, index) + replace(match[0]) + text.slice(index + match[0].length);
}

function nudge(number: string, random: Random): string {
  return String(Number(number) + random.pick([-1, 1, 2, 1000, -1000]));
}

function nest(random: Random): string {
  const depth = random.pick([10, 10, 100, 100, 1000, 20_000]);
  return random.next() < 0.5
    ? `${'['.repeat(depth)}${']'.repeat(depth)}`
    : `${'{"a":'.repeat(depth)}0${'}'.repeat(depth)}`;
}

function longText(random: Random): string {
  return random
    .pick(['a', '\u0000', '\u{1f600}', '<b>'])
    .repeat(random.pick([10, 300, 300, 3000, 3000, 70_000]));
}
