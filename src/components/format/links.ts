/** "owner/name" for a repository on a code host, else the host's name. */
export function repositoryName(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  const [owner, name] = parsed.pathname.split('/').filter((part) => part !== '');
  if (
    owner !== undefined &&
    name !== undefined &&
    /(^|\.)(github|gitlab|bitbucket)\./.test(parsed.host)
  ) {
    return `${owner}/${name.replace(/\.git$/, '')}`;
  }
  return parsed.host.replace(/^www\./, '');
}

/** "arxiv.org" for an address there. */
export function hostName(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url;
}
