import { useState } from 'react';
import type { BoardData } from '../board-data.ts';
import type { BoardView } from '../board-view.ts';
import { badgeHtml, badgeMarkdown, encodeBadge } from '../export/encode-badge.ts';
import { saveFile } from '../export/save-file.ts';
import { plainModelName } from '../plain-model-name.ts';
import type { ViewRow } from '../select-rows.ts';

/** A badge of one row's rank on the whole board, as a file with the text that shows it. */
export function BadgeMaker({
  data,
  view,
  rows,
}: {
  readonly data: BoardData;
  readonly view: BoardView;
  readonly rows: readonly ViewRow[];
}) {
  const ranked = rows.filter(({ rank }) => rank !== null);
  const first = ranked.find(({ place }) => view.selected.includes(place));
  const [place, setPlace] = useState<number | null>(null);
  const row = ranked.find((one) => one.place === place) ?? first ?? ranked[0];
  if (row === undefined || row.rank === null) return null;
  const { rank } = row;
  const metric = data.board.metrics[view.metric];
  const { task, dataset, slug } = data.board;
  const suffix = view.metric === 0 ? '' : ` (${metric?.name ?? ''})`;
  const name = `${task.name} on ${dataset.name}${suffix}`;
  const file = `${slug}-rank-${rank}.svg`;
  const url = location.href.split(/[?#]/)[0] ?? '';
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
        <label key={label} className="badge-text">
          <span>{label}</span>
          <input readOnly value={text} onFocus={(event) => event.target.select()} />
        </label>
      ))}
    </section>
  );
}
