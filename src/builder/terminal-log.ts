import type { Log } from './log.ts';

/** What of a terminal the log uses. */
export interface Terminal {
  readonly isTTY: boolean;
  write(text: string): void;
}

const BAR_WIDTH = 24;
/** Between two drawings of the bar, and between two lines where there is no terminal. */
const REDRAW_MS = 100;
const LINE_MS = 10_000;
/** A rate over less time says nothing about the time that is left. */
const SETTLED_MS = 2_000;

/**
 * Tells the person how far the build is, how quick, and how long the step will still take: a bar on a
 * terminal; elsewhere a line when a step begins, one every ten seconds and one when it ends.
 * @param now milliseconds of any steady clock.
 */
export function createTerminalLog({ isTTY, write }: Terminal, now: () => number): Log {
  let phase = '';
  let phaseStart = now();
  let lastTold = 0;
  const endPhase = (): void => {
    if (phase !== '') {
      const took = `${((now() - phaseStart) / 1000).toFixed(1)} s`;
      write(isTTY ? `\r\u001b[K${phase} ${took}\n` : `  ${took}\n`);
    }
    phase = '';
  };
  return {
    phase(name) {
      endPhase();
      phase = name;
      phaseStart = now();
      lastTold = isTTY ? 0 : phaseStart;
      write(isTTY ? `${name} …` : `${name}\n`);
    },
    progress(done, total, unit) {
      if (now() - lastTold < (isTTY ? REDRAW_MS : LINE_MS)) return;
      lastTold = now();
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const figures = describeProgress(done, total, unit, lastTold - phaseStart);
      const percent = `${Math.round(share * 100)} %`;
      write(
        isTTY
          ? `\r\u001b[K${phase} ${drawBar(share)} ${percent}  ${figures}`
          : `  ${percent}  ${figures}\n`,
      );
    },
    print(line) {
      endPhase();
      write(`${line}\n`);
    },
  };
}

function drawBar(share: number): string {
  const filled = Math.round(share * BAR_WIDTH);
  return '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
}

/** For example `120.0 MB of 563.8 MB, 14.2 MB/s, 31 s left`. */
function describeProgress(
  done: number,
  total: number,
  unit: 'bytes' | 'records',
  elapsedMs: number,
): string {
  const rate = (done / Math.max(1, elapsedMs)) * 1000;
  const figures =
    unit === 'bytes'
      ? `${megabytes(done)} of ${megabytes(total)}, ${megabytes(rate)}/s`
      : `${done} of ${total}, ${Math.round(rate)}/s`;
  if (elapsedMs < SETTLED_MS || rate === 0 || done > total) return figures;
  return `${figures}, ${describeSeconds((total - done) / rate)} left`;
}

function describeSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** The log of a program of ours, on this process's terminal. */
export function createStderrLog(): Log {
  const { stderr } = process;
  const terminal = { isTTY: stderr.isTTY, write: (text: string) => void stderr.write(text) };
  return createTerminalLog(terminal, () => performance.now());
}
