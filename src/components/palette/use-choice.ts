import { useState, type KeyboardEvent } from 'react';
import type { PaletteEntry, PaletteGroup } from './plan-palette.ts';

export interface Choice {
  /** The entry that Enter goes to; null when there is none. */
  readonly chosen: PaletteEntry | null;
  /** Whether the person chose it; else it is the first. */
  readonly isMoved: boolean;
  readonly choose: (entry: PaletteEntry) => void;
  readonly chooseFirst: () => void;
  /** Moves by arrows, page keys, Home and End. @returns whether the key was one of these. */
  readonly move: (event: KeyboardEvent) => boolean;
}

/** Which entry of the palette is chosen. It stays when the entries around it change. */
export function useChoice(groups: readonly PaletteGroup[]): Choice {
  const [id, setId] = useState<string | null>(null);
  const entries = groups.flatMap((group) => group.entries);
  const place = entries.findIndex((entry) => entry.id === id);
  const at = Math.max(0, place);

  function placeAfter(key: string): number | null {
    const last = entries.length - 1;
    switch (key) {
      case 'ArrowDown':
        return at === last ? 0 : at + 1;
      case 'ArrowUp':
        return at === 0 ? last : at - 1;
      case 'Home':
        return 0;
      case 'End':
        return last;
      case 'PageDown':
        return firstOfGroup(groups, at, 1) ?? last;
      case 'PageUp':
        return firstOfGroup(groups, at, -1) ?? 0;
      default:
        return null;
    }
  }

  return {
    chosen: entries[at] ?? null,
    isMoved: place >= 0,
    choose: (entry) => setId(entry.id),
    chooseFirst: () => setId(null),
    move(event) {
      // With a modifier these move within the text.
      if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
      const next = placeAfter(event.key);
      if (next === null) return false;
      setId(entries[next]?.id ?? null);
      return true;
    },
  };
}

/** Place of the first entry of the group so many after that of an entry; null beyond the ends. */
function firstOfGroup(groups: readonly PaletteGroup[], at: number, step: number): number | null {
  const starts: number[] = [];
  let start = 0;
  for (const { entries } of groups) {
    starts.push(start);
    start += entries.length;
  }
  const own = starts.findLastIndex((first) => first <= at);
  return starts[own + step] ?? null;
}
