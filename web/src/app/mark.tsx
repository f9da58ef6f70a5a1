/** The mark of the software and its name. */
export function Mark() {
  return (
    <span className="inline-flex items-center gap-2 font-semibold">
      <svg viewBox="0 0 16 16" className="size-4 shrink-0 fill-accent-ink" aria-hidden="true">
        <path d="M8 1 1 6.5V15h5v-4.5a2 2 0 1 1 4 0V15h5V6.5z" />
      </svg>
      Shelter City
    </span>
  );
}
