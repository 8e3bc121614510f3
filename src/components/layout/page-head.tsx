import { useEffect } from 'react';
import { plainTitle } from '../../format/tex/plain-title.ts';

export const SITE_NAME = 'Papers With Code 2';

/**
 * What the page says of itself outside its body: document title, description, canonical address.
 * `index.html` holds the elements; one page after the other fills them.
 */
export function PageHead({
  title,
  description,
}: {
  /** Without the site's name; may hold TeX. Absent on the home page. */
  readonly title?: string;
  /** One sentence. */
  readonly description: string;
}) {
  useEffect(() => {
    document.title = title === undefined ? SITE_NAME : `${plainTitle(title)} · ${SITE_NAME}`;
    setMetaContent('description', plainTitle(description));
  }, [title, description]);
  // Without a list of what it depends on: two pages may be called the same.
  useEffect(() => setCanonical(`${location.origin}${location.pathname}`));
  return null;
}

function setMetaContent(name: string, content: string): void {
  let meta = document.head.querySelector<HTMLMetaElement>(`meta[name="${name}"]`);
  if (meta === null) {
    meta = document.createElement('meta');
    meta.name = name;
    document.head.append(meta);
  }
  meta.content = content;
}

function setCanonical(href: string): void {
  let link = document.head.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  if (link === null) {
    link = document.createElement('link');
    link.rel = 'canonical';
    document.head.append(link);
  }
  link.href = href;
}
