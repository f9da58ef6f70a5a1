import { readChoice, writeChoice } from './choice-cookie.ts';

/** Light, dark, or what the device says. */
export const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** The theme chosen on this device, else the one given. */
export function chosenTheme(otherwise: Theme = 'system'): Theme {
  return themes.find((theme) => theme === readChoice('theme')) ?? otherwise;
}

/** Shows a theme without keeping it. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Shows a theme and keeps the choice on this device. */
export function chooseTheme(theme: Theme): void {
  showTheme(theme);
  writeChoice('theme', theme);
}
