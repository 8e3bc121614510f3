import { use, useEffect, useId, useMemo, useRef, useState, type MouseEvent } from 'react';
import { describePaperKey } from '../../format/pasted-address.ts';
import { nameWords } from '../../search/names/match-name.ts';
import { formatPlural } from '../format/numbers.ts';
import { SearchIcon } from '../icons/icons.tsx';
import { basePrefix, TextLinksContext } from '../text/text-links.ts';
import { MarkedName } from './marked-name.tsx';
import type { PaletteAccess } from './palette-access.ts';
import { planPalette, type PaletteEntry } from './plan-palette.ts';
import { useChoice } from './use-choice.ts';
import { useRecentSearches } from '../search/use-recent-searches.ts';
import { useSuggestions, type Suggestions } from './use-suggestions.ts';
import './palette.css';

/**
 * A dialog to go anywhere from: names, papers, authors and pages for what is typed, recent searches before
 * that. A combobox after the ARIA Authoring Practices, with a listbox that is always open.
 */
export function Palette({
  access,
  initialText,
  onGo,
  onClose,
}: {
  readonly access: PaletteAccess;
  /** What was typed while the palette was on its way. */
  readonly initialText: string;
  /** Opens a page of the site; the path may have a query. */
  readonly onGo: (path: string) => void;
  readonly onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState(initialText);
  const suggestions = useSuggestions(access, text);
  const recent = useRecentSearches(access);
  const groups = useMemo(
    () => planPalette({ ...suggestions, text, recent: recent.texts }),
    [suggestions, text, recent.texts],
  );
  const choice = useChoice(groups);
  const links = use(TextLinksContext);
  const base = basePrefix(links?.basePath ?? '/');
  const listId = useId();
  const words = useMemo(() => nameWords(text), [text]);

  useEffect(() => {
    const { current } = dialog;
    if (current === null) return undefined;
    if (!current.open) current.showModal();
    access.warm();
    // Only the backdrop is outside of what the dialog holds.
    const leave = (event: Event): void => {
      if (event.target === current) current.close();
    };
    current.addEventListener('click', leave);
    return () => current.removeEventListener('click', leave);
  }, [access]);

  const optionId = (entry: PaletteEntry) => `${listId}-${entry.id.replace(/\s/g, '-')}`;
  const chosenId = choice.chosen === null ? undefined : optionId(choice.chosen);
  useEffect(() => {
    if (chosenId !== undefined) {
      document.getElementById(chosenId)?.scrollIntoView({ block: 'nearest' });
    }
  }, [chosenId]);

  function go(entry: PaletteEntry): void {
    if (entry.search !== undefined) recent.add(entry.search);
    dialog.current?.close();
    onGo(entry.path);
  }

  /** Goes to what is chosen; what is still shown of a text before is not meant. */
  function goToChosen(): void {
    const isCurrent = choice.isMoved || suggestions.text === text.trim();
    const search = groups.at(-1)?.entries.at(-1);
    const entry = isCurrent ? choice.chosen : search;
    if (entry !== null && entry !== undefined) go(entry);
  }

  function onListClick(event: MouseEvent<HTMLElement>): void {
    const target = event.target as HTMLElement;
    const id = target.closest('[role="option"]')?.id;
    const entry = groups.flatMap(({ entries }) => entries).find((one) => optionId(one) === id);
    if (entry === undefined) return;
    if (target.closest('[data-forget]') !== null) {
      event.preventDefault();
      recent.remove(entry.label);
    } else if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      go(entry);
    }
  }

  return (
    <dialog ref={dialog} className="palette" aria-label="Go to" onClose={onClose}>
      <div className="palette-sheet">
        <div className="palette-head">
          <SearchIcon />
          <input
            autoFocus
            className="palette-input"
            role="combobox"
            aria-label="Search or go to"
            aria-expanded="true"
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={chosenId}
            placeholder="Leaderboards, tasks, datasets, methods, papers, authors"
            value={text}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="go"
            onChange={(event) => {
              setText(event.target.value);
              choice.chooseFirst();
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (choice.move(event)) event.preventDefault();
              else if (event.key === 'Enter') {
                event.preventDefault();
                goToChosen();
              } else if (event.key === 'Delete' && event.shiftKey && choice.chosen?.isRecent) {
                event.preventDefault();
                recent.remove(choice.chosen.label);
              }
            }}
          />
          <button
            type="button"
            className="palette-close"
            aria-label="Close"
            onClick={() => dialog.current?.close()}
          >
            <kbd>esc</kbd>
            <span>Close</span>
          </button>
        </div>
        <PaletteMessage
          suggestions={suggestions}
          onGo={(path) => {
            dialog.current?.close();
            onGo(path);
          }}
        />
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are those of the combobox */}
        <div
          id={listId}
          className="palette-list"
          role="listbox"
          aria-label="Suggestions"
          onClick={onListClick}
        >
          {groups.map(({ title, entries }) => (
            <div key={title} role="group" aria-label={title} className="palette-group">
              <div className="palette-title" aria-hidden="true">
                {title}
              </div>
              {entries.map((entry) => (
                <a
                  key={entry.id}
                  id={optionId(entry)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={entry === choice.chosen}
                  className="palette-entry"
                  href={`${base}${entry.path}`}
                  onPointerMove={({ movementX, movementY }) => {
                    // Entries that come up under a pointer that rests are not chosen.
                    const isMoved = movementX !== 0 || movementY !== 0;
                    if (isMoved && entry !== choice.chosen) choice.choose(entry);
                  }}
                >
                  <span className="palette-label">
                    {entry.id === 'search' ? (
                      entry.label
                    ) : (
                      <MarkedName name={entry.label} words={words} />
                    )}
                  </span>
                  {(entry.detail ?? '') !== '' && (
                    <span className="palette-detail">{entry.detail}</span>
                  )}
                  {entry.isRecent === true && (
                    <span
                      className="palette-forget"
                      data-forget=""
                      aria-hidden="true"
                      title="Forget"
                    >
                      ×
                    </span>
                  )}
                </a>
              ))}
            </div>
          ))}
        </div>
        <div className="palette-foot">
          <span className="palette-keys" aria-hidden="true">
            <kbd>↑</kbd>
            <kbd>↓</kbd> choose <kbd>↵</kbd> open <kbd>esc</kbd> close
          </span>
          {text.trim() === '' && recent.texts.length > 0 && (
            <button type="button" className="text-button" onClick={recent.clear}>
              Clear recent searches
            </button>
          )}
        </div>
        <Announcement count={groups.reduce((sum, { entries }) => sum + entries.length, 0)} />
      </div>
    </dialog>
  );
}

/** What keeps suggestions from being complete. */
function PaletteMessage({
  suggestions: { error, address },
  onGo,
}: {
  readonly suggestions: Suggestions;
  readonly onGo: (path: string) => void;
}) {
  if (address?.kind === 'missing') {
    return (
      <p className="palette-message">{describePaperKey(address.key)} is not in this archive.</p>
    );
  }
  if (error === null) return null;
  return (
    <p className="palette-message">
      {error.message}{' '}
      <button type="button" className="text-button" onClick={() => onGo('/offline')}>
        What is on this device
      </button>
    </p>
  );
}

/** Read out what is read only after the typing: a count for every letter would be noise. */
const ANNOUNCE_AFTER_MS = 600;

/** Says how many suggestions there are, a while after they have changed. */
function Announcement({ count }: { readonly count: number }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(formatPlural(count, 'suggestion')), ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [count]);
  return (
    <div role="status" className="visually-hidden">
      {said}
    </div>
  );
}
