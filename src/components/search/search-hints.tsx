const HINTS = [
  ['"masked autoencoders"', 'these words next to each other'],
  ['-video -author:smith', 'not this word, not this author'],
  ['author:vaswani', 'in the names of authors'],
  ['title:diffusion', 'in the title'],
  ['task:object-detection', 'of a task; method: and venue: likewise'],
  ['year:2021-2023', 'of these years'],
  ['has:code -has:results', 'with code, without results on a leaderboard'],
  ['1706.03762', 'an arXiv id, a DOI or a pasted address opens its page'],
] as const;

/** What the search box understands, shown while it is empty. */
export function SearchHints() {
  return (
    <section className="search-hints">
      <h2>What you can type</h2>
      <dl>
        {HINTS.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd className="muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
