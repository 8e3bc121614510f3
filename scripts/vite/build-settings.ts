import type { Plugin } from 'vite';
import { parsePublicKeys } from '../../src/format/trust/public-key.ts';

/** What a build is told about where its data comes from and whom it believes. */
export interface BuildSettings {
  /** Folders of the snapshot in the order of preference; relative ones are below the site. */
  readonly mirrors: readonly string[];
  /** Public keys as the app parses them. */
  readonly publicKeys: string;
  /** Address of the site, ending in a slash; null when the build is not told. */
  readonly site: string | null;
}

const OWN_ARCHIVE = 'archive/';
const SITE = 'http://site.invalid/';

/**
 * Reads `PWC_MIRRORS` and `PWC_PUBLIC_KEYS`, lists separated by commas or blanks, and `PWC_SITE`.
 * @throws TypeError naming a mirror or site that is no address of a folder, or a key that is none.
 */
export function readBuildSettings(environment: Record<string, string | undefined>): BuildSettings {
  const named = (environment['PWC_MIRRORS'] ?? '').split(/[\s,]+/).filter((item) => item !== '');
  const mirrors = named.map((item) => {
    const address = item.endsWith('/') ? item : `${item}/`;
    if (!isFolderAddress(address)) {
      throw new TypeError(
        `PWC_MIRRORS names "${item}"; the address of a folder was expected, such as https://example.org/archive/ or archive/.`,
      );
    }
    return address;
  });
  return {
    mirrors: mirrors.length === 0 ? [OWN_ARCHIVE] : mirrors,
    publicKeys: parsePublicKeys(environment['PWC_PUBLIC_KEYS'] ?? '').join(' '),
    site: readSite(environment['PWC_SITE'] ?? ''),
  };
}

function readSite(named: string): string | null {
  if (named === '') return null;
  const address = named.endsWith('/') ? named : `${named}/`;
  if (!/^https?:/.test(address) || !isFolderAddress(address)) {
    throw new TypeError(
      `PWC_SITE is "${named}"; the whole address of the site was expected, such as https://example.org/papers/.`,
    );
  }
  return new URL(address).href;
}

function isFolderAddress(address: string): boolean {
  if (!URL.canParse(address, SITE)) return false;
  const { protocol, search, hash } = new URL(address, SITE);
  return /^https?:$/.test(protocol) && search === '' && hash === '';
}

/**
 * Puts the settings into the app, and the mirrors into the page: its content policy has to allow them,
 * and what it asks for early comes from the first.
 */
export function buildSettings({
  mirrors,
  publicKeys,
}: Pick<BuildSettings, 'mirrors' | 'publicKeys'>): Plugin {
  let base = '/';
  return {
    name: 'pwc2:build-settings',
    config: () => ({
      define: {
        __MIRRORS__: JSON.stringify(mirrors),
        __HAS_MIRRORS__: JSON.stringify(mirrors.length > 1),
        __PUBLIC_KEYS__: JSON.stringify(publicKeys),
      },
    }),
    configResolved(config) {
      ({ base } = config);
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => namePageMirrors(html, mirrors, base),
    },
  };
}

/** @param base path of the site, with slashes around. */
export function namePageMirrors(html: string, mirrors: readonly string[], base: string): string {
  const first = mirrors[0] ?? OWN_ARCHIVE;
  const site = new URL(base, SITE);
  const origins = mirrors.map((mirror) => new URL(mirror, site).origin);
  const foreign = [...new Set(origins)].filter((origin) => origin !== site.origin);
  const early = new URL(first, site);
  const earlyAddress = early.origin === site.origin ? early.pathname : early.href;
  return html
    .replace("connect-src 'self'", ["connect-src 'self'", ...foreign].join(' '))
    .replace('%BASE_URL%archive/snapshot.json', `${earlyAddress}snapshot.json`)
    .replace(`data-archive="${OWN_ARCHIVE}"`, `data-archive="${first}"`);
}
