import { expect, test } from 'vitest';
import { namePageMirrors, readBuildSettings } from '../../../scripts/vite/build-settings.ts';

test('without settings there is the own archive and no key', () => {
  expect(readBuildSettings({})).toEqual({ mirrors: ['archive/'], publicKeys: '', site: null });
});

test('mirrors are a list of folders', () => {
  const { mirrors } = readBuildSettings({
    PWC_MIRRORS: 'https://a.test/x, archive/\n/data https://b.test/',
  });
  expect(mirrors).toEqual(['https://a.test/x/', 'archive/', '/data/', 'https://b.test/']);
});

test.each(['ftp://a.test/', 'https://', 'https://a.test/?q=1', 'javascript:alert(1)'])(
  '%s is refused by name',
  (mirror) => {
    expect(() => readBuildSettings({ PWC_MIRRORS: mirror })).toThrow(mirror);
  },
);

test('a key that is none ends the build, not the app', () => {
  const key = 'A'.repeat(43);
  expect(readBuildSettings({ PWC_PUBLIC_KEYS: `${key},\n${key}` }).publicKeys).toBe(
    `${key} ${key}`,
  );
  expect(() => readBuildSettings({ PWC_PUBLIC_KEYS: `${key} abc` })).toThrow('"abc"');
});

const PAGE = `<meta content="connect-src 'self'; x" />
<link rel="preload" href="%BASE_URL%archive/snapshot.json" />
<script src="/start.js" data-archive="archive/"></script>`;

test('the page asks its own archive and may reach nobody else', () => {
  expect(namePageMirrors(PAGE, ['archive/'], '/papers/')).toBe(
    PAGE.replace('%BASE_URL%archive/', '/papers/archive/'),
  );
});

test('the page may reach the mirrors, and asks the first early', () => {
  const html = namePageMirrors(PAGE, ['https://a.test/x/', 'archive/', 'https://a.test/y/'], '/');
  expect(html).toContain(`connect-src 'self' https://a.test; x`);
  expect(html).toContain('href="https://a.test/x/snapshot.json"');
  expect(html).toContain('data-archive="https://a.test/x/"');
});
