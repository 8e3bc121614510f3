import { foldText } from './fold-text.ts';
import { scanWords } from './scan-words.ts';
import { isStopWord } from './stop-words.ts';
import { authorTerm, textTerm } from './terms.ts';

/** A text that every rule of the tokenizer has a say in. */
const PROBE = `The GPT-4's ResNet50, qwen2.5-vl & C++/C#: "state-of-the-art" naïve Łukasz Straße; $\\beta$-VAE
  in $\\mathbb{R}^n$ ﬁne-tuned at 95.3%, 1706.03762; 深度学习 Ελλάδα Москва covid19 don't snake_case models
  modelling modeled relational conditional sensibilities probabilities generalizations hopefulness
  agreed caresses ponies dying adjustable bowdlerized ores does ${'verylong'.repeat(6)} O’Reilly Müller-Lüdenscheidt`;

/**
 * Tells whether two tokenizers are the same one: a hash of what this one makes of a probe. An index that
 * was made by another holds terms that queries would not ask for, so its reader refuses it.
 */
export function tokenizerFingerprint(): string {
  let text = '';
  scanWords(foldText(PROBE), (word, kind) => {
    text += `${kind} ${word} ${textTerm(word)} ${authorTerm(word)} ${isStopWord(word)}\n`;
  });
  return fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x01000193);
}

function fnv1a(text: string, basis: number): string {
  let hash = basis;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
