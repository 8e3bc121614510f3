import type { Random } from './random.ts';

/** Papers of each year in thousands, roughly as the archive has them; its last year ends in July. */
const THOUSANDS: readonly (readonly [year: number, thousands: number])[] = [
  ...Array.from({ length: 10 }, (_, place) => [1990 + place, 0.15] as const),
  ...Array.from({ length: 8 }, (_, place) => [2000 + place, 0.7] as const),
  ...Array.from({ length: 4 }, (_, place) => [2008 + place, 3] as const),
  [2012, 6],
  [2013, 8],
  [2014, 11],
  [2015, 14],
  [2016, 21],
  [2017, 32],
  [2018, 46],
  [2019, 58],
  [2020, 68],
  [2021, 71],
  [2022, 66],
  [2023, 72],
  [2024, 62],
  [2025, 27],
];
const TOTAL = THOUSANDS.reduce((sum, [, thousands]) => sum + thousands, 0);
const LAST_DAY = '2025-07-24';

/** A day between 1990 and the archive's last, late ones far more often, as in life. */
export function drawDate(random: Random): string {
  let left = random.unit() * TOTAL;
  let year = 2025;
  for (const [candidate, thousands] of THOUSANDS) {
    year = candidate;
    left -= thousands;
    if (left < 0) break;
  }
  // Old papers are often known by their year alone, which the archive writes as its first day.
  if (year < 2008 && random.chance(0.5)) return `${year}-01-01`;
  const date = `${year}-${twoDigits(random.between(1, year === 2025 ? 7 : 12))}-${twoDigits(random.between(1, 28))}`;
  return date > LAST_DAY ? LAST_DAY : date;
}

/** A date that a slip of the keyboard left behind: after the dump, partial or absurd. */
export function drawOddDate(random: Random): string {
  return random.pick(['2222-12-22', '2026-03-01', '2017-06', '2019', '0218-05-01']);
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
