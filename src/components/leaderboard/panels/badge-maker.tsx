import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { BoardData } from '../board-data.ts';
import { PLAIN_VIEW, type BoardView } from '../board-view.ts';
import { encodeView } from '../encode-view.ts';
import { badgeHtml, badgeMarkdown, encodeBadge } from '../export/encode-badge.ts';
import { saveFile } from '../export/save-file.ts';
import { plainModelName } from '../plain-model-name.ts';
import type { ViewRow } from '../select-rows.ts';

/** A badge of one row's rank on the whole board, as a file with the text that shows it. */
export function BadgeMaker({
  data,
  view,
  rows,
  onCopy,
}: {
  readonly data: BoardData;
  readonly view: BoardView;
  readonly rows: readonly ViewRow[];
  readonly onCopy: (name: string, text: string) => void;
}) {
  const ranked = rows.filter(({ rank }) => rank !== null);
  const first = ranked.find(({ place }) => view.selected.includes(place));
  const [place, setPlace] = useState<number | null>(null);
  const router = useRouter();
  const row = ranked.find((one) => one.place === place) ?? first ?? ranked[0];
  if (row === undefined || row.rank === null) return null;
  const { rank } = row;
  const { task, dataset, slug, metrics } = data.board;
  const metricName = view.metric === 0 ? null : (metrics[view.metric]?.name ?? null);
  const name = `${task.name} on ${dataset.name}${metricName === null ? '' : ` (${metricName})`}`;
  const file = `${slug}-rank-${rank}.svg`;
  // Where the rank is this one: by this metric, read this way.
  const query = router.options.stringifySearch?.(
    encodeView({ ...PLAIN_VIEW, metric: view.metric, better: view.better }, data.board),
  );
  const url = `${location.origin}${location.pathname}${query ?? ''}`;
  const texts = [
    { label: 'Markdown', text: badgeMarkdown(rank, name, file, url) },
    { label: 'HTML', text: badgeHtml(rank, name, file, url) },
  ];
  return (
    <section className="badge-maker" aria-labelledby="badge-title">
      <h3 id="badge-title">Badge</h3>
      <div className="badge-maker-row">
        <label className="filter-select">
          Of
          <select value={row.place} onChange={(event) => setPlace(Number(event.target.value))}>
            {ranked.map((one) => (
              <option key={one.place} value={one.place}>
                #{one.rank} {plainModelName(one.row.model)}
              </option>
            ))}
          </select>
        </label>
        <span className="badge" aria-hidden="true">
          <span>#{rank}</span>
          <span>{name}</span>
        </span>
        <button
          type="button"
          className="button"
          onClick={() =>
            saveFile(file, new Blob([encodeBadge(rank, name)], { type: 'image/svg+xml' }))
          }
        >
          Save SVG
        </button>
      </div>
      {texts.map(({ label, text }) => (
        <div key={label} className="badge-text">
          <label>
            <span>{label}</span>
            <input readOnly value={text} onFocus={(event) => event.target.select()} />
          </label>
          <button
            type="button"
            className="button"
            aria-label={`Copy ${label} of the badge`}
            onClick={() => onCopy(`${label} of the badge`, text)}
          >
            Copy
          </button>
        </div>
      ))}
    </section>
  );
}
