import type { PackName } from '../format/manifest.ts';
import type { AcceptedManifest } from '../format/trust/accept-manifest.ts';
import { SelfTestError } from './errors.ts';

/** What a page asks of the worker that tries snapshots out. Both are of one build, so nothing is parsed. */
export interface TestRequest {
  readonly accepted: AcceptedManifest;
  readonly packs: readonly PackName[];
}

/** How the test ended; an error between threads would lose its class. */
export type TestReport =
  | { readonly kind: 'passed' }
  | { readonly kind: 'refused'; readonly what: string; readonly detail: string }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Tries packs of a snapshot out as `testSnapshot` does, in a worker of its own: a search over all papers, of
 * code that is not warm, would keep the page from answering. The worker lives for one call.
 *
 * @throws SelfTestError
 */
export async function testInWorker(worker: Worker, request: TestRequest): Promise<void> {
  try {
    const report = await new Promise<TestReport>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<TestReport>) => resolve(data));
      worker.addEventListener('error', ({ message }) => {
        reject(new Error(`The part of the app that tries snapshots out could not run. ${message}`));
      });
      worker.postMessage(request);
    });
    if (report.kind === 'refused') throw new SelfTestError(report.what, report.detail);
    if (report.kind === 'failed') throw new Error(report.message);
  } finally {
    worker.terminate();
  }
}

/** The worker's end of what it shares with the page. */
export interface TestPort {
  postMessage(report: TestReport): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<TestRequest>) => void): void;
}

/** Serves one call of a page. */
export function serveTest(port: TestPort, test: (request: TestRequest) => Promise<void>): void {
  const tell = (report: TestReport) => port.postMessage(report);
  port.addEventListener('message', ({ data }: MessageEvent<TestRequest>) => {
    test(data).then(
      () => tell({ kind: 'passed' }),
      (error: unknown) => tell(describe(error)),
    );
  });
}

function describe(error: unknown): TestReport {
  if (error instanceof SelfTestError) {
    return { kind: 'refused', what: error.what, detail: error.detail };
  }
  return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
}
