// What cannot wait for the app. A classic script of its own, since the content policy allows none
// inside the page, and no module, since modules wait for the whole page.
(function () {
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      // Storage is switched off: nothing was chosen and nothing is kept.
      return null;
    }
  };

  // 1. Light or dark, before the first paint: the person's choice, else the system's.
  const theme = read('pwc2:theme');
  const isDark =
    theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';

  // 2. The scripts and styles of the page that the address is of (scripts/vite/preload-pages.ts), beside
  // the app's own.
  const base = new URL('.', document.currentScript.src);
  const archive = document.currentScript.dataset.archive;
  const [kind, slug] = location.pathname.slice(base.pathname.length).split('/');
  const list = document.querySelector('meta[name="pwc2-pages"]');
  const pages = list === null ? {} : JSON.parse(list.content);
  for (const file of slug && Object.hasOwn(pages, kind) ? pages[kind] : []) {
    const link = document.createElement('link');
    link.rel = file.endsWith('.css') ? 'preload' : 'modulepreload';
    if (file.endsWith('.css')) link.as = 'style';
    link.crossOrigin = '';
    link.href = new URL(file, base).href;
    document.head.append(link);
  }

  // 3. On a first visit, the block that the page will ask for, while the app is still being compiled.
  // Whoever has been here has it on the device, perhaps. This only asks: the app takes the answers
  // (src/app/early-fetch.ts), checks their hashes, and does without any that is not there.
  if (read('pwc2:visited') !== null) return;
  const sections = {
    sota: 'boards',
    paper: 'paper-numbers',
    task: 'tasks',
    dataset: 'datasets',
    method: 'methods',
  };
  const section = Object.hasOwn(sections, kind) ? sections[kind] : null;
  const early = (window.pwc2Early = new Map());
  const ask = (path, range) => {
    const { href } = new URL(path, base);
    const answer = fetch(href, range && { headers: { range } });
    early.set(range ? `${href} ${range}` : href, answer);
    return answer;
  };
  /** A block whose first key is the last that is not after the one we look for, and where it is. */
  const find = (entries, key) => {
    let [found, volume, left, at] = [null, null, 0, 0];
    for (const [hash, size, , , first] of entries) {
      if (first === undefined) [volume, left, at] = [hash, size, 0];
      else if (first > key) break;
      else {
        const range = left > 0 ? `bytes=${at}-${at + size - 1}` : undefined;
        found = { file: range ? volume : hash, range };
        [left, at] = [left - 1, at + size];
      }
    }
    return found;
  };

  // A short index stands in the manifest; a longer one is a file, and short still.
  const readEntries = async ({ entries, index }) => {
    if (entries !== undefined) return entries;
    const { body } = (await ask(`${archive}blocks/${index.hash}.bin`)).clone();
    const lines = new Response(body.pipeThrough(new DecompressionStream('gzip')));
    return (await lines.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  };

  ask(`${archive}snapshot.json`)
    .then((response) => response.clone().json())
    .then(async (manifest) => {
      if (section === null || !slug) return;
      const entries = await readEntries(manifest.sections[section]);
      const { file, range } = find(entries, decodeURIComponent(slug));
      void ask(`${archive}blocks/${file}.bin`, range);
    })
    .catch(() => {
      // The app asks again, and says what is wrong.
    });
})();
