import { useNavigate } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useState, type ComponentType } from 'react';
import { SearchIcon } from '../../components/icons/icons.tsx';
import type { Services } from '../services.ts';

type SitePalette = ComponentType<{
  readonly services: Services;
  readonly initialText: string;
  readonly onClose: () => void;
}>;

/** The header's button that opens the palette, and the keys that do: `/`, Ctrl-K and ⌘K. */
export function PaletteLauncher({ services }: { readonly services: Services }) {
  const [isOpen, setOpen] = useState(false);
  const [Loaded, setLoaded] = useState<SitePalette | null>(null);
  const [typed, setTyped] = useState('');
  const navigate = useNavigate();

  // Before the browser paints: whoever sees the page may press the key.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isOpen && Loaded === null) {
        // On its way: what is typed now is meant for it.
        if (event.key.length === 1 && !event.ctrlKey && !event.metaKey)
          setTyped((before) => before + event.key);
        else return;
      } else if (opensPalette(event)) setOpen(true);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOpen, Loaded]);

  useEffect(() => {
    if (!isOpen || Loaded !== null) return;
    import('./site-palette.tsx').then(
      ({ default: component }) => setLoaded(() => component),
      () => {
        setOpen(false);
        void navigate({ to: '/search' });
      },
    );
  }, [isOpen, Loaded, navigate]);

  return (
    <>
      <button
        type="button"
        className="search-button"
        aria-label="Search"
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        title="Search or go to: press / or Ctrl K"
        onClick={() => setOpen(true)}
      >
        <SearchIcon />
        <span>Search</span>
        <kbd aria-hidden="true">/</kbd>
      </button>
      {isOpen && Loaded !== null && (
        <Loaded
          services={services}
          initialText={typed}
          onClose={() => {
            setTyped('');
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function opensPalette({
  key,
  ctrlKey,
  metaKey,
  altKey,
  target,
  defaultPrevented,
}: KeyboardEvent): boolean {
  if (defaultPrevented || altKey || document.querySelector('dialog[open]') !== null) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k';
  const isTyping =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'));
  return key === '/' && !isTyping;
}
