/** What the builder tells while it works. Terminal in `terminal-log.ts`; silent in tests. */
export interface Log {
  /** A new step begins. */
  phase(name: string): void;
  /** How far the step is, in bytes or records; `unit` names which. */
  progress(done: number, total: number, unit: 'bytes' | 'records'): void;
  /** A line of the final summary. */
  print(line: string): void;
}

export const silentLog: Log = { phase() {}, progress() {}, print() {} };
