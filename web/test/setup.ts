import '@testing-library/jest-dom';
import { speak } from '../src/messages/language.ts';

// jsdom has no layout; the components need to be able to ask.
Element.prototype.scrollIntoView = () => undefined;
window.scrollTo = () => undefined;

beforeEach(async () => {
  await speak('en');
});

afterEach(() => {
  document.cookie = 'language=; Path=/; Max-Age=0';
  document.cookie = 'theme=; Path=/; Max-Age=0';
});
