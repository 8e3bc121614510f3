import { describe, expect, test } from 'vitest';
import { addressKey } from '../../../src/format/address-key.ts';
import {
  archivePaperSlug,
  arxivIdOfUrl,
  parseArxivId,
  parseHttpAddress,
  slugOfArchiveUrl,
} from '../../../src/format/addresses.ts';

describe('parseHttpAddress', () => {
  test.each([
    ['https://github.com/a/b', 'https://github.com/a/b'],
    [' http://example.org/x?y=1#z ', 'http://example.org/x?y=1#z'],
    ['HTTPS://Example.org/A', 'HTTPS://Example.org/A'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['https://example.org/é', 'https://example.org/%C3%A9'],
  ])('keeps %j', (text, url) => {
    expect(parseHttpAddress(text)).toEqual({ kind: 'address', url });
  });

  test.each([
    ['javascript:alert(1)', 'javascript:'],
    [' JavaScript:alert(1)', 'javascript:'],
    ['java\nscript:alert(1)', 'javascript:'],
    ['data:text/html,<script>', 'data:'],
    ['ftp://example.org/x', 'ftp:'],
    ['weird:thing', 'another scheme'],
    ['www.example.org', 'no scheme'],
    ['/paper/x', 'no scheme'],
    ['123', 'no scheme'],
    ['http://', 'malformed'],
  ])('refuses %j', (text, why) => {
    expect(parseHttpAddress(text)).toEqual({ kind: 'refused', why });
  });
});

describe('arXiv ids', () => {
  test.each([
    ['1706.03762', '1706.03762'],
    ['1706.03762v5', '1706.03762'],
    ['2503.18817', '2503.18817'],
    ['0704.0001', '0704.0001'],
    ['arXiv:1706.03762', '1706.03762'],
    ['cs/0112017', 'cs/0112017'],
    ['cs/0112017v1', 'cs/0112017'],
    ['math.GT/0309136', 'math/0309136'],
    ['hep-th/9901001v3', 'hep-th/9901001'],
    ['1799.03762', null],
    ['17066.03762', null],
    ['1706.037', null],
    ['cs/9913001', null],
    ['https://arxiv.org/abs/1706.03762', null],
    ['', null],
  ])('parseArxivId(%j) is %j', (text, id) => {
    expect(parseArxivId(text)).toBe(id);
  });

  test.each([
    ['https://arxiv.org/abs/1706.03762', '1706.03762'],
    ['http://arxiv.org/abs/1706.03762v4', '1706.03762'],
    ['http://www.arxiv.org/pdf/1706.03762v4.pdf', '1706.03762'],
    ['https://arxiv.org/pdf/1706.03762', '1706.03762'],
    ['https://export.arxiv.org/abs/cs/0112017', 'cs/0112017'],
    ['https://arxiv.org/html/1706.03762v1/', '1706.03762'],
    ['https://arxiv.org/list/cs.CL', null],
    ['https://notarxiv.org/abs/1706.03762', null],
    ['https://arxiv.org.example.com/abs/1706.03762', null],
  ])('arxivIdOfUrl(%s) is %s', (url, id) => {
    expect(arxivIdOfUrl(new URL(url))).toBe(id);
  });
});

test.each([
  ['https://paperswithcode.com/paper/attention-is-all-you-need', 'attention-is-all-you-need'],
  [
    'https://paperswithcode.com/paper/attention-is-all-you-need/?x=1#y',
    'attention-is-all-you-need',
  ],
  ['https://paperswithcode.com/dataset/c%2B%2B-code', 'c++-code'],
  ['https://paperswithcode.com/paper/caf%C3%A9', 'caf%C3%A9'],
  ['https://paperswithcode.com/paper/a%2Fb', 'a%2Fb'],
  ['https://paperswithcode.com/paper/a%', 'a%25'],
  ['https://paperswithcode.com/paper/with blank', 'with%20blank'],
  ['just-a-slug', 'just-a-slug'],
  [`https://paperswithcode.com/paper/${'a'.repeat(201)}`, null],
  ['', null],
  ['///', null],
])('slugOfArchiveUrl(%s) is %s', (url, slug) => {
  expect(slugOfArchiveUrl(url)).toBe(slug);
});

test('only pages of papers of the archive have a paper slug', () => {
  const slugOf = (url: string) => archivePaperSlug(new URL(url));
  expect(slugOf('https://www.paperswithcode.com/paper/x')).toBe('x');
  expect(slugOf('https://paperswithcode.com/dataset/x')).toBeNull();
  expect(slugOf('https://example.org/paper/x')).toBeNull();
});

describe('addressKey', () => {
  test.each([
    ['http://arxiv.org/abs/1706.03762v1', 'https://www.arxiv.org/pdf/1706.03762.pdf'],
    ['https://openreview.net/forum?id=abC_1', 'http://openreview.net/pdf?id=abC_1&noteId=2'],
    ['https://www.aclweb.org/anthology/P18-1001/', 'https://aclanthology.org/P18-1001.pdf'],
    [
      'https://aclanthology.org/2020.acl-main.12',
      'https://www.aclweb.org/anthology/2020.acl-main.12.pdf',
    ],
    [
      'http://openaccess.thecvf.com/content_cvpr_2018/html/Xie_A_B_CVPR_2018_paper.html',
      'https://openaccess.thecvf.com/content_cvpr_2018/papers/Xie_A_B_CVPR_2018_paper.pdf',
    ],
    [
      'http://papers.nips.cc/paper/6972-variational-laws',
      'https://papers.nips.cc/paper/6972-variational-laws.pdf',
    ],
    [
      'https://proceedings.neurips.cc/paper/2020/hash/0123456789abcdef0123456789abcdef-Abstract.html',
      'https://papers.nips.cc/paper/2020/file/0123456789abcdef0123456789abcdef-Paper.pdf',
    ],
    [
      'http://proceedings.mlr.press/v80/foo18a.html',
      'http://proceedings.mlr.press/v80/foo18a/foo18a.pdf',
    ],
    ['https://doi.org/10.1109/CVPR.2009.5206848', 'http://dx.doi.org/10.1109/cvpr.2009.5206848'],
    ['http://www.example.org/paper/', 'https://example.org/paper'],
  ])('%s and %s are one', (a, b) => {
    expect(addressKey(a)).not.toBeNull();
    expect(addressKey(a)).toBe(addressKey(b));
  });

  test.each([
    ['https://openreview.net/forum?id=abC', 'https://openreview.net/forum?id=abc'],
    ['https://example.org/a.pdf', 'https://example.org/b.pdf'],
    ['https://example.org/p?id=1', 'https://example.org/p?id=2'],
    ['https://aclanthology.org/P18-1001', 'https://aclanthology.org/P18-1002'],
  ])('%s and %s are two', (a, b) => {
    expect(addressKey(a)).not.toBe(addressKey(b));
  });

  test('the front page of a site names no paper', () => {
    expect(addressKey('https://openai.com')).toBeNull();
    expect(addressKey('https://openai.com/')).toBeNull();
    expect(addressKey('no address')).toBeNull();
    expect(addressKey('javascript:alert(1)')).toBeNull();
  });
});
