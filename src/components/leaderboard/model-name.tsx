import type { ReactNode } from 'react';

/** Matches one balanced `<sub>..</sub>` or `<sup>..</sup>`; other markup stays visible as text. */
const SCRIPT = /<(sub|sup)>([^<]*)<\/\1>/gi;

/** A model's name. The archive has HTML subscripts in some (`GAS<sub>ext</sub>`); nothing else is markup. */
export function ModelName({ name }: { readonly name: string }) {
  if (name === '') return <span className="muted">unnamed</span>;
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of name.matchAll(SCRIPT)) {
    const [whole, tag = '', text = ''] = match;
    parts.push(name.slice(end, match.index));
    const Script = tag.toLowerCase() === 'sub' ? 'sub' : 'sup';
    parts.push(<Script key={match.index}>{text}</Script>);
    end = match.index + whole.length;
  }
  parts.push(name.slice(end));
  return <>{parts}</>;
}
