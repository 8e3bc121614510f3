import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../src/search/words/fold-text.ts';
import { scanWords } from '../../../../src/search/words/scan-words.ts';
import { authorTerm, textTerm } from '../../../../src/search/words/terms.ts';

/** Words with `*` behind a whole compound and `'` behind its parts. */
function words(text: string): string {
  const found: string[] = [];
  const signs = { plain: '', whole: '*', part: "'" };
  scanWords(foldText(text), (word, kind) => found.push(word + signs[kind]));
  return found.join(' ');
}

describe('words of a text', () => {
  it.each([
    ['Attention Is All You Need', 'attention is all you need'],
    ['GPT-4 and gpt4', "gpt4* gpt' 4' and gpt4* gpt' 4'"],
    ['ResNet50, F1', "resnet50* resnet' 50' f1"],
    ['Qwen2.5-VL', "qwen2.5vl* qwen2.5' vl'"],
    ['in C++ or C#, not a+b', 'in c++ or c# not a b'],
    ['cross-modal state-of-the-art', "crossmodal* cross' modal' state' of' the' art'"],
    ["the model's don't O’Reilly", 'the model dont oreilly'],
    ['95.3% of 1706.03762.', '95.3 of 1706.03762'],
    ['Résumé naïve Łukasz Straße', 'resume naive lukasz strasse'],
    ['$\\beta$-VAE in $D^2$', "betavae* beta' vae' in d2"],
    ['深度学习 based', '深 度 学 习 based'],
    ['snake_case_name', "snake' case' name'"],
    ['  --  ', ''],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('are those of the folded text, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        scanWords(folded, (word) => {
          expect(word).not.toMatch(/[\s-]/);
          expect(textTerm(word)).toMatch(/^[\x21-\x7e]{1,120}$/);
          expect(authorTerm(word)).toMatch(/^@[\x21-\x7e]{1,120}$/);
        });
      }),
    );
  });
});

describe('terms of words', () => {
  it.each([
    ['transformers', 'transform'],
    ['does', 'does'],
    ['doe', 'doe'],
    ['ases', 'ases'],
    ['ore', 'ore'],
    ['ores', 'ores'],
  ])('%s is found as %s: no word is taken for a stop word', (word, term) => {
    expect(textTerm(word)).toBe(term);
  });
});
