import type { Random } from './random.ts';

/** Oddities that stand where a number should. */
const ODD_VALUES = [
  '-',
  '--',
  'N/A',
  '',
  '2.42±0.01',
  '212 ± 213',
  '2,200',
  '99,45',
  '54.60/55.55',
  '87:1',
  '>1,400.000',
  '0.33s/img',
  '94.6 (14  gestures) , 91.9 (28 gestures )',
  '**70.3**',
  '63.7*',
  '--*',
  '\ufeff93.3',
  'Kinetics400',
];

/** How a board writes its numbers. */
export type ValueStyle = 'plain' | 'percent' | 'magnitude';

export function drawStyle(random: Random): ValueStyle {
  const unit = random.unit();
  if (unit < 0.82) return 'plain';
  return unit < 0.98 ? 'percent' : 'magnitude';
}

/** A value of a result as a text; one in sixty is no number, or none that is easily read. */
export function formatValue(value: number, style: ValueStyle, random: Random): string {
  if (random.chance(0.016)) return random.pick(ODD_VALUES);
  switch (style) {
    case 'plain':
      return value.toFixed(2);
    case 'percent':
      return `${value.toFixed(1)}%`;
    case 'magnitude':
      return `${value.toFixed(1)}M`;
  }
}
