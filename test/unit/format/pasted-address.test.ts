import { describe, expect, it } from 'vitest';
import { paperKey } from '../../../src/format/paper-key.ts';
import { describePaperKey, findPastedAddress } from '../../../src/format/pasted-address.ts';

const SITE = 'https://example.org/papers/';

describe('the key of a paper', () => {
  it.each([
    ['1706.03762', 'arxiv:1706.03762'],
    ['arXiv:1706.03762v5', 'arxiv:1706.03762'],
    ['cs/0112017', 'arxiv:cs/0112017'],
    ['math.GT/0309136', 'arxiv:math/0309136'],
    ['https://arxiv.org/pdf/1706.03762v5.pdf', 'arxiv:1706.03762'],
    ['http://export.arxiv.org/abs/cs/0112017', 'arxiv:cs/0112017'],
    ['https://www.alphaxiv.org/abs/1706.03762', 'arxiv:1706.03762'],
    ['https://huggingface.co/papers/1706.03762', 'arxiv:1706.03762'],
    ['10.48550/arXiv.1706.03762', 'arxiv:1706.03762'],
    ['https://doi.org/10.48550/arXiv.1706.03762', 'arxiv:1706.03762'],
    ['doi:10.1109/CVPR.2016.90', 'doi:10.1109/cvpr.2016.90'],
    ['10.18653/v1/N19-1423', 'acl:n19-1423'],
    ['https://aclanthology.org/N19-1423.pdf', 'acl:n19-1423'],
    ['https://openreview.net/pdf?id=YicbFdNTTy', 'openreview:YicbFdNTTy'],
    ['https://example.org/some/paper.pdf', null],
    ['https://huggingface.co/datasets/squad', null],
    ['attention', null],
    ['', null],
  ])('of %j is %j', (text, key) => {
    expect(paperKey(text)).toBe(key);
  });

  it('is described as people write it', () => {
    expect(describePaperKey('arxiv:cs/0112017')).toBe('arXiv cs/0112017');
    expect(describePaperKey('doi:10.1109/cvpr:1')).toBe('DOI 10.1109/cvpr:1');
  });
});

describe('a typed or pasted address', () => {
  it.each([
    [
      'https://paperswithcode.com/paper/attention-is-all-you-need',
      '/paper/attention-is-all-you-need',
    ],
    [
      'https://paperswithcode.com/paper/attention-is-all-you-need/review/',
      '/paper/attention-is-all-you-need',
    ],
    [
      'paperswithcode.com/sota/image-classification-on-imagenet?metric=Top+1',
      '/sota/image-classification-on-imagenet',
    ],
    ['https://www.paperswithcode.com/method/resnet#top', '/method/resnet'],
    ['https://paperswithcode.com/task/object-detection/latest', '/task/object-detection'],
    ['https://paperswithcode.com/methods/category/convolutions/', '/methods/category/convolutions'],
    ['https://paperswithcode.com/search?q_meta=&q=bert', '/search?q_meta=&q=bert'],
    ['https://paperswithcode.com/', '/'],
    ['https://paperswithcode.com', '/'],
    [`${SITE}dataset/imagenet?x=1`, '/dataset/imagenet?x=1'],
    ['/sota/image-classification-on-imagenet/', '/sota/image-classification-on-imagenet'],
  ])('%s is a page', (text, path) => {
    expect(findPastedAddress(text, SITE)).toEqual({ kind: 'page', path });
  });

  it.each([
    ['1706.03762', 'arxiv:1706.03762'],
    [' 1706.03762v2 ', 'arxiv:1706.03762'],
    ['1412.6980', 'arxiv:1412.6980'],
    ['cs/0112017', 'arxiv:cs/0112017'],
    ['arxiv.org/abs/1706.03762', 'arxiv:1706.03762'],
    ['https://arxiv.org/abs/1706.03762?context=cs', 'arxiv:1706.03762'],
    ['openreview.net/forum?id=YicbFdNTTy', 'openreview:YicbFdNTTy'],
  ])('%s is a paper', (text, key) => {
    expect(findPastedAddress(text, SITE)).toEqual({ kind: 'paper', key });
  });

  it.each([
    '',
    'attention',
    'two words',
    // Its last digit is still to be typed.
    '1706.0376',
    '1706.',
    '2024',
    '0.5',
    'node.js',
    'and/or',
    'https://example.com/paper/x',
    'https://notpaperswithcode.com/paper/x',
    'https://paperswithcode.com.evil.example/paper/x',
    'javascript:alert(1)',
    'task:image-classification',
  ])('%j is none', (text) => {
    expect(findPastedAddress(text, SITE)).toBeNull();
  });
});
