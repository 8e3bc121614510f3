// Limits of the built app, checked by `npm test`; figures to compare come from `npm run bench -- size`.
import { join } from 'node:path';
import { initialFiles } from './scripts/initial-files.mjs';

const { scripts, styles } = initialFiles('dist');
const inDist = (files) => files.map((file) => join('dist', file));

export default [
  {
    name: 'First script: the entry and all that it imports',
    path: inDist(scripts),
    limit: '160 kB',
    gzip: true,
  },
  { name: 'First style sheets', path: inDist(styles), limit: '20 kB', gzip: true },
  { name: 'Service worker', path: 'dist/sw.js', limit: '12 kB', gzip: true },
];
