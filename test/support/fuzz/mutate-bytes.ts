import type { Random } from './random.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const ODD_BYTES = [0, 1, 0x0a, 0x20, 0x22, 0x2c, 0x30, 0x5b, 0x7b, 0x7f, 0x80, 0xc0, 0xff];

/** Ways in which a copy goes bad: on a wire, on a disk, by a tool that misunderstands it, by malice. */
const BYTE_MUTATIONS: readonly ((bytes: Bytes, random: Random) => Bytes)[] = [
  function flipBit(bytes, random) {
    const changed = bytes.slice();
    const place = random.below(bytes.byteLength);
    changed[place] = (changed[place] ?? 0) ^ (1 << random.below(8));
    return changed;
  },
  function setByte(bytes, random) {
    const changed = bytes.slice();
    changed[random.below(bytes.byteLength)] = random.pick(ODD_BYTES);
    return changed;
  },
  function truncate(bytes, random) {
    return bytes.slice(0, random.below(bytes.byteLength));
  },
  function cutStart(bytes, random) {
    return bytes.slice(random.below(Math.min(bytes.byteLength, 64)));
  },
  function removePart(bytes, random) {
    const start = random.below(bytes.byteLength);
    const end = start + 1 + random.below(40);
    return join(bytes.subarray(0, start), bytes.subarray(end));
  },
  function repeatPart(bytes, random) {
    const start = random.below(bytes.byteLength);
    const end = start + 1 + random.below(200);
    return join(bytes.subarray(0, end), bytes.subarray(start));
  },
  function splice(bytes, random) {
    const to = random.below(bytes.byteLength);
    const from = random.below(bytes.byteLength);
    const length = 1 + random.below(64);
    return join(
      bytes.subarray(0, to),
      bytes.subarray(from, from + length),
      bytes.subarray(to + length),
    );
  },
  function insertNoise(bytes, random) {
    const noise = Uint8Array.from({ length: 1 + random.below(16) }, () => random.below(256));
    const place = random.below(bytes.byteLength + 1);
    return join(bytes.subarray(0, place), noise, bytes.subarray(place));
  },
  function zeroPart(bytes, random) {
    const changed = bytes.slice();
    const start = random.below(bytes.byteLength);
    return changed.fill(0, start, start + 1 + random.below(600));
  },
  function twice(bytes) {
    return join(bytes, bytes);
  },
  function writeBigNumber(bytes, random) {
    const changed = bytes.slice();
    const width = random.pick([2, 4, 8]);
    const start = random.below(bytes.byteLength);
    return changed.fill(random.pick([0x7f, 0xff]), start, start + width);
  },
];

/** One to three such changes, one after the other. */
export function mutateBytes(bytes: Bytes, random: Random): Bytes {
  let changed = bytes;
  const times = random.next() < 0.7 ? 1 : 2 + random.below(2);
  for (let time = 0; time < times; time += 1) {
    if (changed.byteLength === 0) return changed;
    changed = random.pick(BYTE_MUTATIONS)(changed, random);
  }
  return changed;
}

function join(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.byteLength;
  }
  return joined;
}
