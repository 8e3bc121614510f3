import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Ref } from '../../format/records/shared.ts';
import './area-section.css';

/** Address inside a page of an area's section, and of what has no area. */
export function areaAnchor(area: Ref | null): string {
  return area === null ? 'other' : area.slug;
}

export function areaName(area: Ref | null): string {
  return area === null ? 'Other' : area.name;
}

/** The part of a list that belongs to one area. */
export function AreaSection({
  area,
  facts,
  children,
}: {
  readonly area: Ref | null;
  /** "95 tasks" */
  readonly facts: string;
  readonly children: ReactNode;
}) {
  const anchor = areaAnchor(area);
  return (
    <section className="page-section" aria-labelledby={anchor}>
      <div className="area-section-head">
        <h2 id={anchor}>
          {area === null ? (
            'Other'
          ) : (
            <Link to="/area/$area" params={{ area: area.slug }}>
              {area.name}
            </Link>
          )}
        </h2>
        <p className="muted small number">{facts}</p>
      </div>
      {children}
    </section>
  );
}

/** Leads from the beginning of an area's list to the whole of it. */
export function AreaMore({ area, label }: { readonly area: Ref; readonly label: string }) {
  return (
    <p className="area-section-more">
      <Link to="/area/$area" params={{ area: area.slug }}>
        {label}
      </Link>
    </p>
  );
}
