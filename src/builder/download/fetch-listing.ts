import { ask } from './ask.ts';
import type { DownloadEffects } from './effects.ts';
import { parseListing, type ListedFile } from './listing.ts';
import { MirrorError } from './mirror-error.ts';
import { withRetries } from './retry.ts';

/** The dataset repository that keeps the dumps. */
const REPOSITORY = 'pwc-archive/files';
const REVISION = 'main';

const MAX_PAGES = 50;
const MAX_PAGE_BYTES = 4 * 1024 * 1024;

/** Address of a file in the repository. */
export function fileUrl(mirror: string, path: string): string {
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  return `${mirror}/datasets/${REPOSITORY}/resolve/${REVISION}/${escaped}`;
}

/**
 * Lists the repository by the API of the Hugging Face Hub, all pages of it.
 * @param mirror address of the Hub, or of a mirror that answers in the same way, without a slash at its end.
 * @throws MirrorError; the signal's reason.
 */
export async function fetchListing(
  mirror: string,
  effects: DownloadEffects,
): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  const first = `${mirror}/api/datasets/${REPOSITORY}/tree/${REVISION}?recursive=true`;
  let url: string | null = first;
  for (let pages = 0; url !== null; pages += 1) {
    if (pages === MAX_PAGES) throw new MirrorError(first, 'lists without end', false);
    const page: ListingPage = await withRetries(effects, readPage.bind(null, url, effects));
    files.push(...page.files);
    url = page.next;
  }
  return files;
}

interface ListingPage {
  readonly files: readonly ListedFile[];
  readonly next: string | null;
}

async function readPage(url: string, effects: DownloadEffects): Promise<ListingPage> {
  const answer = await ask(url, { accept: 'application/json' }, [200], effects);
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of answer.pieces()) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > MAX_PAGE_BYTES) throw new MirrorError(url, 'lists without end', false);
  }
  const files = parseListing(parseJson(text));
  if (files === null) throw new MirrorError(url, 'answered with something else than a list', false);
  return { files, next: nextPage(answer.response.headers.get('link'), url) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Address of the next page by a Link header (RFC 8288), on the same host or not at all. */
function nextPage(link: string | null, url: string): string | null {
  const target = /<([^>]+)>\s*;[^,]*rel="?next"?/.exec(link ?? '')?.[1];
  if (target === undefined || !URL.canParse(target, url)) return null;
  const next = new URL(target, url);
  return next.origin === new URL(url).origin ? next.href : null;
}
