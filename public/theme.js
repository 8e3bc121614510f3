// Resolves the colour scheme before the first paint: the person's choice, else the system's.
// A classic script of its own, because the content policy allows none inside the page.
(function () {
  let stored = null;
  try {
    stored = localStorage.getItem('pwc2:theme');
  } catch {
    // Storage is switched off: the system's choice it is.
  }
  const dark =
    stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
