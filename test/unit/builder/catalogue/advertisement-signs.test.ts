import { describe, expect, it, test } from 'vitest';
import {
  advertisementSigns,
  type JudgedEntry,
} from '../../../../src/builder/catalogue/advertisement-signs.ts';

const NOTHING = { isCited: false, papers: 0, hasTopic: false };
const GOOD = { isCited: true, papers: 12, hasTopic: true };

const isAdvertisement = (entry: JudgedEntry): boolean => advertisementSigns(entry).length > 0;

describe('advertisements', () => {
  test.each([
    ['refund policy of Acme Airways', 'Call +1-888-555-0100 for it.'],
    ['How do I speak to someone at Acme?', '### Dial ☎️ +1⭆888⭆555⭆0100 now'],
    ['Acme Airlines booking', 'Ring 1 (888) 555 (0100), day and night'],
    ['Acme wallet', '📞 +1 ８８８ ５５５ ０１００ helpline'],
    ['Acme phone number', '1️⃣-8️⃣8️⃣8️⃣-5️⃣5️⃣5️⃣-0️⃣1️⃣0️⃣0️⃣'],
    ['Acme Airways customer service number', 'Write to 1~888~555~O1OO.'],
    ['[[24/7]] Acme support number', 'We answer.'],
  ])('%s', (name, description) => {
    expect(isAdvertisement({ name, description, ...NOTHING })).toBe(true);
  });

  it('say why, the text first', () => {
    expect(
      advertisementSigns({ name: 'Acme toll-free', fullName: '☎ 888-555-0100', ...NOTHING }),
    ).toEqual([
      'phone-number',
      'call-centre-wording',
      'eye-catching-symbols',
      'no-paper',
      'no-use',
      'no-topic',
    ]);
  });
});

describe('other entries, though nobody uses them and no paper names them', () => {
  test.each([
    ['Delta', 'A rule for the learning of weights by the difference that they make.'],
    ['Number speech by mobile phone', 'Digits as people say them.'],
    ['ISBN of books', 'Such as 9780262035613, or 978-0-262-03561-3.'],
    ['A table', '0.123 456.789 1234.5678 and 100 200 3000, 123 456 7890.12'],
    ['Preprints', 'https://arxiv.org/abs/888-555-0100 and 10.1109/888.555.0100'],
    ['Live dialogues', 'Talks of customers with a live agent about refund policies.'],
    ['Gaze ✨', 'Where people look.'],
    ['GPT-4', '175B parameters; 1,024 tokens; 2023-03-14 12:00:00'],
  ])('%s', (name, description) => {
    expect(advertisementSigns({ name, description, ...NOTHING })).toEqual([]);
  });
});

it('takes nothing that papers use, that has a paper and a topic, for an advertisement by one sign', () => {
  for (const text of ['+1-888-555-0100', 'customer service number', '☎']) {
    expect(isAdvertisement({ name: 'CLINC', description: text, ...GOOD })).toBe(false);
  }
});

it('reads texts without end in no time', () => {
  const description = '+1 888 '.repeat(200_000);
  expect(isAdvertisement({ name: '8'.repeat(100_000), description, ...NOTHING })).toBe(false);
});
