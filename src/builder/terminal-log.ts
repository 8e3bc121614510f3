import type { Log } from './log.ts';

/** What of a terminal the log uses. */
export interface Terminal {
  readonly isTTY: boolean;
  write(text: string): void;
}

const BAR_WIDTH = 24;
const MIN_REDRAW_MS = 100;

/**
 * Tells the person how far the build is: a bar with a rate on a terminal, one line a phase elsewhere.
 * @param now milliseconds of any steady clock.
 */
export function createTerminalLog(terminal: Terminal, now: () => number): Log {
  let phase = '';
  let phaseStart = now();
  let lastDraw = 0;
  const closeLine = (): void => {
    if (terminal.isTTY && phase !== '')
      terminal.write(`\r\u001b[K${phase} ${took(now() - phaseStart)}\n`);
    phase = '';
  };
  return {
    phase(name) {
      closeLine();
      phase = name;
      phaseStart = now();
      terminal.write(terminal.isTTY ? `${name} …` : `${name}\n`);
    },
    progress(done, total, unit) {
      if (!terminal.isTTY || now() - lastDraw < MIN_REDRAW_MS) return;
      lastDraw = now();
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const filled = Math.round(share * BAR_WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
      const rate = (done / Math.max(1, lastDraw - phaseStart)) * 1000;
      const figures =
        unit === 'bytes'
          ? `${megabytes(done)} of ${megabytes(total)}, ${megabytes(rate)}/s`
          : `${done} of ${total}, ${Math.round(rate)}/s`;
      terminal.write(`\r\u001b[K${phase} ${bar} ${Math.round(share * 100)} %  ${figures}`);
    },
    print(line) {
      closeLine();
      terminal.write(`${line}\n`);
    },
  };
}

function took(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
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
