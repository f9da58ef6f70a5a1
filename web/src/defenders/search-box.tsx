import { useEffect, useState } from 'react';
import { Icon } from '../design/icon.tsx';

type Props = { readonly label: string; readonly value: string; readonly onSearch: (text: string) => void };

/** Milliseconds without a key after which the search is asked. */
const pause = 250;

/** A search that asks when the typing pauses. */
export function SearchBox({ label, value, onSearch }: Props) {
  const [text, setText] = useState(value);
  const [asked, setAsked] = useState(value);
  // The address changed by another hand (a link, "Clear"): show that.
  if (value !== asked) {
    setAsked(value);
    setText(value);
  }
  useEffect(() => {
    if (text === asked) return;
    const timer = setTimeout(() => {
      setAsked(text.trim());
      onSearch(text.trim());
    }, pause);
    return () => { clearTimeout(timer); };
  }, [text, asked, onSearch]);
  return (
    <span className="relative">
      <Icon name="search" className="pointer-events-none absolute inset-s-2.5 top-1/2 size-4 -translate-y-1/2 text-muted" />
      <input type="search" aria-label={label} placeholder={label} value={text} onChange={(event) => { setText(event.target.value); }} className="field-box ps-8" autoComplete="off" spellCheck={false} />
    </span>
  );
}
