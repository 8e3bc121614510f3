import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSnapshot, ROOT } from '../../scripts/project.mjs';

const DUMPS = '.cache/dumps/sample-later';
export const LATER_PAPER = 'a-paper-of-the-later-edition';

/**
 * A later edition of the sample's snapshot: one paper more, all else the same.
 * @returns its folder.
 */
export async function ensureLaterSnapshot(): Promise<string> {
  const folder = join(ROOT, DUMPS);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, 'sample'), folder, { recursive: true });
  const file = join(folder, 'papers-with-abstracts.json');
  const papers = JSON.parse(readFileSync(file, 'utf8')) as object[];
  papers.push({
    paper_url: `https://paperswithcode.com/paper/${LATER_PAPER}`,
    title: 'A paper of the later edition',
    abstract: 'It was not there before.',
    authors: ['A. Later'],
    date: '2025-07-26',
  });
  writeFileSync(file, JSON.stringify(papers));
  return ensureSnapshot('sample-later', DUMPS);
}
