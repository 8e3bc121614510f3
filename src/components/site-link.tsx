import { use, type MouseEvent, type ReactNode } from 'react';
import { basePrefix, TextLinksContext } from './text/text-links.ts';

/**
 * A plain link to a page of this site, for tables with hundreds of them: the router's own `Link`
 * subscribes to every change of address.
 *
 * @param to path within the site, beginning with a slash.
 */
export function SiteLink({
  to,
  children,
  className,
  title,
}: {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly title?: string;
}) {
  const links = use(TextLinksContext);

  function follow(event: MouseEvent): void {
    const isPlainClick =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (links === null || !isPlainClick || event.defaultPrevented) return;
    event.preventDefault();
    links.navigate(to);
  }

  return (
    <a
      href={`${basePrefix(links?.basePath ?? '/')}${to}`}
      className={className}
      title={title}
      onClick={follow}
    >
      {children}
    </a>
  );
}
