import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { chromium } from '@playwright/test';
import { chromiumLaunchOptions } from '../../scripts/ensure-chromium.mjs';
import { NAME_HELPER } from './name-helper.ts';

/** A conversation with one target of a browser, in its DevTools protocol. */
export interface DevToolsSession {
  send(method: string, params?: object): Promise<unknown>;
  on(event: string, listener: (params: never) => void): void;
  detach(): Promise<void>;
}

/** A page of a browser that nobody watches. */
export interface PlainPage {
  readonly session: DevToolsSession;
  goto(url: string): Promise<void>;
  /** Runs a function in the page, and waits for what it promises. */
  evaluate<A, R>(work: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
}

export interface PlainBrowser {
  newPage(): Promise<PlainPage>;
  close(): Promise<void>;
}

/**
 * Starts a Chromium that is told what to do over a pipe and watches nothing unasked. Playwright follows
 * every request of a page and of its workers, which costs both sides as much again as an install of
 * thousands of files does by itself.
 * @param profile folder that the browser keeps its data in.
 */
export async function launchPlainChromium(profile: string): Promise<PlainBrowser> {
  const { executablePath = chromium.executablePath(), args } = chromiumLaunchOptions();
  const child = spawn(
    executablePath,
    [
      ...args,
      '--headless',
      '--window-size=1280,800',
      `--user-data-dir=${profile}`,
      '--remote-debugging-pipe',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const pipe = openPipe(child);
  return {
    async newPage() {
      const { targetId } = (await pipe.send('Target.createTarget', { url: 'about:blank' })) as {
        targetId: string;
      };
      const { sessionId } = (await pipe.send('Target.attachToTarget', {
        targetId,
        flatten: true,
      })) as { sessionId: string };
      return openPage(pipe, sessionId);
    },
    async close() {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      await pipe.send('Browser.close').catch(() => undefined);
      await exited;
    },
  };
}

function openPage(pipe: Pipe, sessionId: string): PlainPage {
  const session: DevToolsSession = {
    send: (method, params) => pipe.send(method, params, sessionId),
    on: (event, listener) => pipe.on(sessionId, event, listener),
    async detach() {
      await pipe.send('Target.detachFromTarget', { sessionId });
    },
  };
  return {
    session,
    async goto(url) {
      await session.send('Page.enable');
      await session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: NAME_HELPER.content,
      });
      const loaded = new Promise<void>((resolve) => session.on('Page.loadEventFired', resolve));
      await session.send('Page.navigate', { url });
      await loaded;
    },
    async evaluate<A, R>(work: (argument: A) => R | Promise<R>, argument: A): Promise<R> {
      const { result, exceptionDetails } = (await session.send('Runtime.evaluate', {
        expression: `(${work.toString()})(${JSON.stringify(argument)})`,
        awaitPromise: true,
        returnByValue: true,
      })) as Evaluated;
      if (exceptionDetails === undefined) return result.value as R;
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    },
  };
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Pipe {
  send(method: string, params?: object, sessionId?: string): Promise<unknown>;
  on(sessionId: string, event: string, listener: (params: never) => void): void;
}

/** Messages are JSON, each ended by a zero byte: the browser reads descriptor 3 and writes to 4. */
function openPipe(child: ChildProcess): Pipe {
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, ((params: never) => void)[]>();
  let lastId = 0;
  let rest = '';

  function receive(message: Message): void {
    if (message.id !== undefined) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
      return;
    }
    const key = `${message.sessionId ?? ''} ${message.method ?? ''}`;
    for (const listener of listeners.get(key) ?? []) listener(message.params as never);
  }

  output.setEncoding('utf8');
  output.on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) receive(JSON.parse(message) as Message);
  });
  child.once('exit', () => {
    const gone = { error: { message: 'The browser has ended.' } };
    for (const answer of waiting.values()) answer(gone);
    waiting.clear();
  });
  // Told by `exit`.
  input.on('error', () => undefined);

  return {
    send(method, params = {}, sessionId) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ error, result }) => {
          if (error === undefined) resolve(result);
          else reject(new Error(`${method}: ${error.message}`));
        });
        input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      });
    },
    on(sessionId, event, listener) {
      const key = `${sessionId} ${event}`;
      listeners.set(key, [...(listeners.get(key) ?? []), listener]);
    },
  };
}
