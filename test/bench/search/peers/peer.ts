import type { ItemPaper } from '../../relevance/known-items.ts';

/** An engine with an index of some papers. */
export interface BuiltPeer {
  /** Numbers of the 20 best papers. */
  search(text: string): Promise<readonly number[]>;
  /** Size of the index in the form in which the engine saves it, in bytes; null when it cannot. */
  indexBytes(): Promise<number | null>;
}

/** A search engine that others would take. */
export interface Peer {
  readonly name: string;
  build(papers: readonly ItemPaper[]): Promise<BuiltPeer>;
}

export const WANTED = 20;
