import { expect, test } from 'vitest';
import { createTerminalLog } from '../../../src/builder/terminal-log.ts';

/** A log with a clock of its own and all that it wrote. */
function openLog(isTTY: boolean) {
  const written: string[] = [];
  const clock = { ms: 5_000 };
  const log = createTerminalLog({ isTTY, write: (text) => written.push(text) }, () => clock.ms);
  return { log, clock, written };
}

test('a terminal shows a bar with rate and time left', () => {
  const { log, clock, written } = openLog(true);
  log.phase('reading papers');
  clock.ms += 1_000;
  log.progress(10_000_000, 100_000_000, 'bytes');
  expect(written.at(-1)).toContain('10 %  10.0 MB of 100.0 MB, 10.0 MB/s');
  expect(written.at(-1)).not.toContain('left');
  clock.ms += 3_000;
  log.progress(40_000_000, 100_000_000, 'bytes');
  expect(written.at(-1)).toContain('40 %  40.0 MB of 100.0 MB, 10.0 MB/s, 6 s left');
  clock.ms += 90;
  log.progress(41_000_000, 100_000_000, 'bytes');
  expect(written.at(-1)).toContain('40 %');
  log.phase('joining');
  expect(written.at(-2)).toContain('reading papers 4.1 s\n');
});

test('records are counted, and long times told in minutes', () => {
  const { log, clock, written } = openLog(true);
  log.phase('writing');
  clock.ms += 10_000;
  log.progress(1_000, 10_000, 'records');
  expect(written.at(-1)).toContain('1000 of 10000, 100/s, 1 min 30 s left');
});

test('elsewhere a line tells the begin, the way every ten seconds, and the end', () => {
  const { log, clock, written } = openLog(false);
  log.phase('writing');
  clock.ms += 9_000;
  log.progress(1, 10, 'records');
  clock.ms += 1_000;
  log.progress(5, 10, 'records');
  clock.ms += 500;
  log.print('done');
  expect(written).toEqual([
    'writing\n',
    '  50 %  5 of 10, 1/s, 10 s left\n',
    '  10.5 s\n',
    'done\n',
  ]);
});
