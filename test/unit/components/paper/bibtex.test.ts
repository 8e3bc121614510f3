import { expect, test } from 'vitest';
import { encodeBibtex } from '../../../../src/components/paper/bibtex.ts';

test('a paper with a venue', () => {
  const bibtex = encodeBibtex({
    slug: 'deep-residual-learning',
    title: 'Deep Residual Learning for Image Recognition',
    authors: ['Kaiming He', 'Xiangyu Zhang'],
    date: '2015-12-10',
    venue: { name: 'CVPR', year: 2016, month: 6 },
    arxivId: '1512.03385',
    abstractUrl: 'http://arxiv.org/abs/1512.03385',
  });
  expect(bibtex).toBe(
    [
      '@inproceedings{he2016deep,',
      '  title         = {{Deep Residual Learning for Image Recognition}},',
      '  author        = {Kaiming He and Xiangyu Zhang},',
      '  booktitle     = {CVPR},',
      '  year          = {2016},',
      '  eprint        = {1512.03385},',
      '  archiveprefix = {arXiv},',
      '  url           = {http://arxiv.org/abs/1512.03385},',
      '}',
    ].join('\n'),
  );
});

test('math stays, other signs of TeX are escaped, braces stay balanced', () => {
  const bibtex = encodeBibtex({
    slug: 'x',
    title: '$D^2$: 50% of {A} & B_1 ~ \\',
    authors: ['Å. Öberg'],
  });
  expect(bibtex).toContain(
    '{{$D^2$: 50\\% of \\textbraceleft{}A\\textbraceright{} \\& B\\_1 \\textasciitilde{} \\textbackslash{}}}',
  );
  expect(bibtex).toContain('@misc{oberg,');
});

test('BibTeX counts braces and names: both are kept in order', () => {
  const bibtex = encodeBibtex({
    slug: 'x',
    title: 'Open } and { shut',
    authors: ['Barnes and Noble', 'A, B, C', 'Müller, Jörg'],
    abstractUrl: 'https://example.org/{x',
  });
  expect(bibtex).toContain('{{Open \\textbraceright{} and \\textbraceleft{} shut}}');
  expect(bibtex).toContain('{{Barnes and Noble} and {A, B, C} and Müller, Jörg}');
  expect(bibtex).toContain('{https://example.org/%7Bx}');
});

test('a paper of which nothing is known still has a key', () => {
  expect(encodeBibtex({ slug: 'some-slug', title: '', authors: [] })).toMatch(/^@misc\{paper,/);
});
