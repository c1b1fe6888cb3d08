/** Colours of the charts; a canvas knows nothing of CSS. Each pair of neighbours differs in lightness, not in hue alone. */
export type Look = {
  text: string;
  quiet: string;
  line: string;
  ground: string;
  bot: string;
  people: string;
  left: string;
  none: string;
  strong: string;
  soft: string;
};

export const LOOKS: Record<'light' | 'dark', Look> = {
  light: {
    text: '#1a1f2b',
    quiet: '#5b6473',
    line: '#e6e9ef',
    ground: '#ffffff',
    bot: '#2d59cd',
    people: '#e3924a',
    left: '#8d97a8',
    none: '#d3d9e3',
    strong: '#2d59cd',
    soft: '#93adee',
  },
  dark: {
    text: '#e4e7ec',
    quiet: '#a0a8b6',
    line: '#2a303a',
    ground: '#20252e',
    bot: '#7595ea',
    people: '#d98d4d',
    left: '#7d8799',
    none: '#414957',
    strong: '#7595ea',
    soft: '#3f5a9e',
  },
};
