import type { ReactNode } from 'react';

/** A link out of the site. The address comes from the archive, so the other side learns nothing of us. */
export function ExternalLink({
  href,
  children,
  className,
  label,
}: {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string;
  /** For screen readers and as a tooltip, where the children are only an icon. */
  readonly label?: string;
}) {
  if (!/^https?:\/\//i.test(href)) return <span className={className}>{children}</span>;
  return (
    <a
      href={href}
      className={className}
      rel="noreferrer noopener nofollow"
      aria-label={label}
      title={label}
    >
      {children}
    </a>
  );
}
