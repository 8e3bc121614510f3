import { useLayoutEffect, useRef } from 'react';
import { drawFormula } from './katex-loader.ts';
import { formulaClass } from './formula-class.ts';

/** One drawn formula. Imports KaTeX: load it lazily. */
export function Formula({
  tex,
  display,
  source,
}: {
  readonly tex: string;
  readonly display: boolean;
  readonly source: string;
}) {
  const host = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (host.current) drawFormula(host.current, { tex, display, source });
  }, [tex, display, source]);
  return <span ref={host} className={formulaClass(display)} />;
}
