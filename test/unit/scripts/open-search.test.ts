import { expect, test } from 'vitest';
import { readBuildSettings } from '../../../scripts/vite/build-settings.ts';
import { describeSearch } from '../../../scripts/vite/open-search.ts';

test('the site is a whole address, with or without its last slash', () => {
  const siteOf = (site: string) => readBuildSettings({ PWC_SITE: site }).site;
  expect(siteOf('https://example.org/papers')).toBe('https://example.org/papers/');
  expect(siteOf('http://localhost:4173/')).toBe('http://localhost:4173/');
  for (const wrong of ['/papers/', 'example.org', 'ftp://example.org/', 'https://a.test/?q=1']) {
    expect(() => siteOf(wrong)).toThrow(`"${wrong}"`);
  }
});

test('the description leads to the search page by absolute addresses, and names a search in few letters', () => {
  const xml = describeSearch('https://example.org/a&b/');
  expect(xml).toContain('template="https://example.org/a&amp;b/search?q={searchTerms}"');
  expect(xml.match(/(?:template="|>)https:\/\/example\.org\//g)).toHaveLength(3);
  expect(/<ShortName>(.*)<\/ShortName>/.exec(xml)?.[1]?.length).toBeLessThanOrEqual(16);
  expect(xml).toContain('<LongName>Papers With Code 2</LongName>');
});
