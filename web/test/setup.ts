import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { speak } from '../src/messages/language.ts';

// A page waits for chunks that Jest compiles the first time, on a machine that may be busy.
configure({ asyncUtilTimeout: 10_000 });

// jsdom has no layout; the components need to be able to ask.
Element.prototype.scrollIntoView = () => undefined;
window.scrollTo = () => undefined;
// A wide screen, unless a spec says otherwise.
window.matchMedia = (media) => Object.assign(new EventTarget(), { media, matches: false, onchange: null, addListener: () => undefined, removeListener: () => undefined });

beforeEach(async () => {
  await speak('en');
});

afterEach(() => {
  document.cookie = 'language=; Path=/; Max-Age=0';
  document.cookie = 'theme=; Path=/; Max-Age=0';
});
