import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { createNameLookups } from '../archive/addresses/name-lookups.ts';
import { resolveName, type FoundPage } from '../archive/addresses/resolve-address.ts';
import type { PaperCard } from '../format/records/shared.ts';
import { addressWords, parentPath } from '../components/lost/address-words.ts';
import { LostPage } from '../components/lost/lost-page.tsx';
import type { LostAddress } from './lost-address.ts';
import type { Services } from './services.ts';

const PAPERS_SHOWN = 6;

/** The page of addresses that have none. @param lost what its route knows of it. */
export default function NotFoundPage({
  services,
  lost,
}: {
  readonly services: Services;
  readonly lost: LostAddress | null;
}) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const words = addressWords(path);
  const named = useFound(services, words, findPages);
  const papers = useFound(services, words, findPapers);
  return (
    <LostPage
      path={path}
      words={words}
      parent={parentPath(path)}
      candidates={lost?.candidates ?? named}
      papers={papers}
    />
  );
}

/** What is found for some words; nothing while it is looked for, and where it cannot be. */
function useFound<T>(
  services: Services,
  words: string,
  find: (services: Services, words: string, signal: AbortSignal) => Promise<readonly T[]>,
): readonly T[] {
  const [found, setFound] = useState<{ readonly words: string; readonly list: readonly T[] }>();
  useEffect(() => {
    if (words === '') return undefined;
    const controller = new AbortController();
    void find(services, words, controller.signal)
      // The page says what it can without: offline, or with an older archive.
      .catch((): readonly T[] => [])
      .then((list) => {
        if (!controller.signal.aborted) setFound({ words, list });
      });
    return () => controller.abort();
  }, [services, words, find]);
  return found?.words === words ? found.list : [];
}

async function findPages(services: Services, words: string): Promise<readonly FoundPage[]> {
  const { archive } = await services.archive();
  return resolveName(words, createNameLookups(archive));
}

async function findPapers(
  services: Services,
  text: string,
  signal: AbortSignal,
): Promise<readonly PaperCard[]> {
  const [{ archive }, client] = await Promise.all([services.archive(), services.search()]);
  const found = await client.search({ text, isTyping: false, limit: PAPERS_SHOWN }, signal);
  const papers = await Promise.all(found.papers.map((number) => archive.paper(number)));
  return papers.filter((paper) => paper !== null);
}
