const SHAPES = {
  send: 'M12 19V5M6 11l6-6 6 6',
  down: 'm6 9 6 6 6-6',
  sent: 'm5 12 5 5 9-10',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c.6-3.4 3.8-5 8-5s7.4 1.6 8 5',
  source: 'M5 4h9l5 5v11H5zM14 4v5h5M9 13h6M9 17h6',
  alert: 'M12 8v5M12 16.5v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  star: 'm12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z',
} as const;

/** A picture beside words that say the same. */
export function Icon({ name }: { name: keyof typeof SHAPES }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
