import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLOCKED, href } from './href.ts';

test.each([
  '/services/missed-bin',
  '?after=K7M3-QX9T',
  '#postcode',
  'photo/1',
  'https://www.gov.uk/bank-holidays',
  'mailto:help@estuary.example',
  'tel:+441375123456',
  '/search?q=a:b',
])('%s is printed as it is', (address) => {
  expect(href(address)).toBe(address);
});

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
])('%j goes nowhere', (address) => {
  expect(href(address)).toBe(BLOCKED);
});

test('whatever is typed, a browser never reads script or another host from a path', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('java', 'script', ':', '/', '\\', '\t', '\n', ' ', '.', '#', '?', 'h', 'data'),
      }),
      (typed) => {
        const url = new URL(href(typed), 'https://council.example/page');
        expect(['https:', 'http:', 'mailto:', 'tel:', 'about:']).toContain(url.protocol);
      },
    ),
  );
});
