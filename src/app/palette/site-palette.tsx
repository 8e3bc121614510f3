import { useRouter } from '@tanstack/react-router';
import { use, useMemo } from 'react';
import type { PaletteAccess } from '../../components/palette/palette-access.ts';
import { Palette } from '../../components/palette/palette.tsx';
import { basePrefix, TextLinksContext } from '../../components/text/text-links.ts';
import type { Services } from '../services.ts';

/** The palette over the snapshot that pages read. A chunk of its own, loaded when it is opened. */
export default function SitePalette({
  services,
  initialText,
  onClose,
}: {
  readonly services: Services;
  readonly initialText: string;
  readonly onClose: () => void;
}) {
  const router = useRouter();
  const base = basePrefix(use(TextLinksContext)?.basePath ?? '/');
  const access = useMemo(() => createAccess(services, `${base}/`), [services, base]);
  return (
    <Palette
      access={access}
      initialText={initialText}
      onGo={(path) => router.history.push(`${base}${path}`)}
      onClose={onClose}
    />
  );
}

function createAccess(services: Services, basePath: string): PaletteAccess {
  return {
    siteUrl: new URL(basePath, location.href).href,
    warm() {
      void services.search().then(
        (client) => client.warm('names'),
        // Whoever types meets the failure.
        () => undefined,
      );
    },
    async suggestNames(request, signal) {
      return (await services.search()).suggestNames(request, signal);
    },
    async suggestPapers(request, signal) {
      return (await services.search()).suggestPapers(request, signal);
    },
    async findPaper(key) {
      const { archive } = await services.archive();
      const found = await archive.findPaper(key);
      return found === null ? null : archive.paper(found.number);
    },
    recentSearches: services.recentSearches,
  };
}
