import type { Bench } from './bench.ts';
import { archive } from './archive.ts';
import { board } from './board.ts';
import { build } from './build.ts';
import { codec } from './codec.ts';
import { deeplink } from './deeplink.ts';
import { directions } from './directions.ts';
import { exports } from './exports.ts';
import { install } from './install.ts';
import { palette } from './palette.ts';
import { pages } from './pages.ts';
import { relevance } from './relevance.ts';
import { search } from './search.ts';
import { size } from './size.ts';
import { update } from './update.ts';

/** Every bench there is. */
export const BENCHES: readonly Bench[] = [
  size,
  deeplink,
  pages,
  board,
  directions,
  exports,
  codec,
  archive,
  build,
  install,
  update,
  relevance,
  search,
  palette,
];
