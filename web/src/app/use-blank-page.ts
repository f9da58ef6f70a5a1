import { useEffect } from 'react';

const siteName = document.title;

/** Puts everything out of sight but what is marked `data-lock`, the page's title too. What was typed stays where it is. */
export function useBlankPage(isBlank: boolean): void {
  useEffect(() => {
    const root = document.documentElement;
    if (!isBlank) return undefined;
    const { title } = document;
    root.setAttribute('data-locked', '');
    document.title = siteName;
    return () => {
      root.removeAttribute('data-locked');
      document.title = title;
    };
  }, [isBlank]);
}
