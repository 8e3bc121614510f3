import { expect, test } from 'vitest';
import { classifyLink } from '../../../../src/components/text/classify-link.ts';

test.each([
  ['https://paperswithcode.com/paper/some-net', '/paper/some-net'],
  ['http://www.paperswithcode.com/method/relu?x=1#y', '/method/relu?x=1#y'],
  ['https://math.paperswithcode.com/task/proving', '/task/proving'],
  ['/dataset/cifar', '/dataset/cifar'],
  ['/sota/x-on-y', '/sota/x-on-y'],
  ['  /area/vision ', '/area/vision'],
  ['//paperswithcode.com/paper/x', '/paper/x'],
  ['/task/../paper/x', '/paper/x'],
])('%j is a page of this site', (href, path) => {
  expect(classifyLink(href)).toEqual({ kind: 'internal', path });
});

test.each([
  ['https://arxiv.org/abs/1', 'https://arxiv.org/abs/1'],
  ['mailto:a@host.org', 'mailto:a@host.org'],
  ['www.host.org/x', 'http://www.host.org/x'],
  ['//host.org/paper/x', 'https://host.org/paper/x'],
  ['https://paperswithcode.com/about', 'https://paperswithcode.com/about'],
  ['https://paperswithcode.com.host.org/paper/x', 'https://paperswithcode.com.host.org/paper/x'],
  ['https://paperswithcode.com@host.org/paper/x', 'https://paperswithcode.com@host.org/paper/x'],
])('%j leads out', (href, expected) => {
  expect(classifyLink(href)).toEqual({ kind: 'external', href: expected });
});

test.each([
  '',
  'name',
  'other-dataset',
  './x.png',
  '../paper/x',
  '#part',
  '?q',
  '/about',
  '/__proto__',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  ' JavaScript:alert(1)',
  'vbscript:x',
  'data:text/html,x',
  'blob:https://paperswithcode.com/1',
  'file:///etc/passwd',
  'ftp://host/x',
  'https://',
  'http://[',
  'www.',
  'javascript://paperswithcode.com/paper/x',
  '\u0001javascript:x',
])('%j leads nowhere', (href) => {
  expect(classifyLink(href)).toEqual({ kind: 'none' });
});
