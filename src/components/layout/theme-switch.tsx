import { useEffect, useState } from 'react';

type Theme = 'system' | 'light' | 'dark';

const STORAGE_KEY = 'pwc2:theme';
const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const LABELS: Record<Theme, string> = { system: 'system', light: 'light', dark: 'dark' };

/** Goes through the system's colours, light, dark. `public/start.js` applies the choice at start. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(readTheme);

  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    function apply(): void {
      const isDark = theme === 'dark' || (theme === 'system' && query.matches);
      document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
    }
    apply();
    query.addEventListener('change', apply);
    return () => query.removeEventListener('change', apply);
  }, [theme]);

  function choose(next: Theme): void {
    try {
      if (next === 'system') localStorage.removeItem(STORAGE_KEY);
      else localStorage.setItem(STORAGE_KEY, next);
    } catch {
      // Storage is switched off: the choice lasts as long as the page.
    }
    setTheme(next);
  }

  const next = NEXT[theme];
  const label = `Colours: ${LABELS[theme]}. Change to ${LABELS[next]}`;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={() => choose(next)}
    >
      <ThemeIcon theme={theme} />
    </button>
  );
}

function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

function ThemeIcon({ theme }: { readonly theme: Theme }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {theme === 'light' && (
        <>
          <circle cx="10" cy="10" r="3.25" />
          <path d="M10 2.5v1.75M10 15.75v1.75M2.5 10h1.75M15.75 10h1.75M4.7 4.7l1.25 1.25M14.05 14.05l1.25 1.25M4.7 15.3l1.25-1.25M14.05 5.95l1.25-1.25" />
        </>
      )}
      {theme === 'dark' && <path d="M16.5 11.9A6.75 6.75 0 0 1 8.1 3.5a6.75 6.75 0 1 0 8.4 8.4Z" />}
      {theme === 'system' && (
        <>
          <circle cx="10" cy="10" r="6.75" />
          <path d="M10 3.25a6.75 6.75 0 0 1 0 13.5Z" fill="currentColor" />
        </>
      )}
    </svg>
  );
}
