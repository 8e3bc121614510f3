import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, ensureApp, ensureSnapshot } from '../../scripts/project.mjs';
import { startServer } from '../../scripts/static-server.mjs';
import { MissingInputError, median, rounded, type Bench, type Metrics } from './bench.ts';
import { NETWORK, SLOWDOWN, visitCold, type Visit } from './cold-visit.ts';

const ARCHIVE = '../shared/archive-sample';
const PAGES = {
  board: 'sota/image-classification-on-imagenet',
  paper: 'paper/enhanced-ood-detection-through-cross-modal',
};

export const deeplink: Bench = {
  name: 'deeplink',
  description: 'a stranger opens a deep link, nothing cached; 9 Mbit/s, 60 ms, 4x slower processor',
  async run({ runs, log }) {
    if (!existsSync(join(ROOT, ARCHIVE))) {
      throw new MissingInputError(`The deeplink bench needs the dumps in ${ARCHIVE}: not there.`);
    }
    const archive = await ensureSnapshot('archive-sample', ARCHIVE);
    const server = await startServer({ dist: await ensureApp(), archive });
    const metrics: Metrics = {};
    const largest: Record<string, string> = {};
    try {
      for (const [page, path] of Object.entries(PAGES)) {
        const visits: Visit[] = [];
        for (let run = 0; run < runs; run += 1) {
          const visit = await visitCold(server, `${server.url}${path}`);
          log(`${page} ${run + 1}/${runs}: ${JSON.stringify(visit)}`);
          visits.push(visit);
        }
        const middle = (read: (visit: Visit) => number) => median(visits.map(read));
        metrics[`transfer_kb_${page}`] = rounded(middle((visit) => visit.bytes) / 1000);
        metrics[`transfer_kb_${page}_with_precache`] = rounded(
          middle((visit) => visit.bytes + visit.workerBytes) / 1000,
        );
        metrics[`lcp_ms_${page}`] = Math.round(middle((visit) => visit.lcpMs));
        metrics[`cls_${page}`] = Math.round(middle((visit) => visit.cls) * 1000) / 1000;
        metrics[`requests_${page}`] = middle((visit) => visit.requests);
        largest[page] = visits[0]?.lcpElement ?? '';
      }
    } finally {
      await server.close();
    }
    return {
      metrics,
      context: { network: NETWORK, cpuSlowdown: SLOWDOWN, pages: PAGES, largest },
    };
  },
};
