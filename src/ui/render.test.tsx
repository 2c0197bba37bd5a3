import { expect, test } from 'vitest';
import { renderFragment, renderPage } from './render.ts';

test('a page starts with its doctype', () => {
  expect(renderPage(<html lang="en" />)).toBe('<!DOCTYPE html><html lang="en"></html>');
});

test('what was typed is escaped', () => {
  expect(renderFragment(<p title={'"><b>'}>{'<script>alert(1)</script>'}</p>)).toBe(
    '<p title="&quot;>&lt;b>">&lt;script>alert(1)&lt;/script></p>',
  );
});

test('a script address typed by someone goes nowhere, even in a plain link', () => {
  const typed = ['java', 'script:alert(1)'].join('');
  expect(renderFragment(<a href={typed}>x</a>)).toBe('<a href="about:blank#blocked">x</a>');
  expect(renderFragment(<form action="//evil.example" />)).toBe('<form action="about:blank#blocked"></form>');
});
