import { describe, expect, test } from 'vitest';
import { formatDate } from '../../../../src/components/format/dates.ts';
import { hostName, repositoryName } from '../../../../src/components/format/links.ts';
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatPlural,
} from '../../../../src/components/format/numbers.ts';

describe('dates', () => {
  test.each([
    ['2025-03-24', '24 Mar 2025'],
    ['2017-06', 'Jun 2017'],
    ['1998', '1998'],
    ['2222-12-22', '22 Dec 2222'],
    ['soon', 'soon'],
  ])('%s is %s', (date, shown) => expect(formatDate(date)).toBe(shown));
});

describe('numbers', () => {
  test.each([
    [0, '1 kB'],
    [840_000, '840 kB'],
    [5_430_000, '5.4 MB'],
    [204_000_000, '204 MB'],
    [1_250_000_000, '1.25 GB'],
  ])('%i bytes are %s', (bytes, shown) => expect(formatBytes(bytes)).toBe(shown));

  test('counts are grouped and agree with their noun', () => {
    expect(formatCount(576_261)).toBe('576,261');
    expect(formatPlural(1, 'repository', 'repositories')).toBe('1 repository');
    expect(formatPlural(2, 'repository', 'repositories')).toBe('2 repositories');
    expect(formatDuration(20)).toBe('less than a minute');
    expect(formatDuration(170)).toBe('3 minutes');
  });
});

describe('links', () => {
  test.each([
    ['https://github.com/openai/CLIP', 'openai/CLIP'],
    ['https://github.com/openai/CLIP.git', 'openai/CLIP'],
    ['https://github.com/tensorflow/models/tree/master/research', 'tensorflow/models'],
    ['https://www.example.org/code.zip', 'example.org'],
    ['https://notgithub.com/a/b', 'notgithub.com'],
    ['nonsense', 'nonsense'],
  ])('%s is %s', (url, name) => expect(repositoryName(url)).toBe(name));

  test('hosts lose their www', () => {
    expect(hostName('https://www.arxiv.org/abs/1')).toBe('arxiv.org');
    expect(hostName('nonsense')).toBe('nonsense');
  });
});
