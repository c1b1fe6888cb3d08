const SHAPES = {
  send: 'M12 19V5M6 11l6-6 6 6',
  down: 'm6 9 6 6 6-6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c.6-3.4 3.8-5 8-5s7.400 1.600 8 5',
  source: 'M5 4h9l5 5v11H5zM14 4v5h5M9 13h6M9 17h6',
  alert: 'M12 8v5M12 16.500v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  star: 'm12 3.500 2.600 5.400 5.900.8-4.300 4.100 1 5.900-5.200-2.800-5.200 2.800 1-5.900-4.300-4.100 5.900-.8z',
} as const;

/** A picture beside words that say the same. */
export function Icon({ name }: { name: keyof typeof SHAPES }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
