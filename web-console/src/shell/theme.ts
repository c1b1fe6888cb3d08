import { type CSSVariablesResolver, createTheme } from '@mantine/core';

const FONT =
  "'Inter Variable', system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";
const MONO =
  "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'Noto Sans Mono', 'Noto Sans Mono CJK SC', monospace";

export const theme = createTheme({
  primaryColor: 'ink',
  // lighter shades miss 4.5:1 under white text
  primaryShade: { light: 7, dark: 8 },
  fontFamily: FONT,
  fontFamilyMonospace: MONO,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.55', lg: '1.55', xl: '1.5' },
  headings: { fontFamily: FONT, fontWeight: '620' },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '14px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  colors: {
    ink: ['#eef2fd', '#dbe4fa', '#b9caf4', '#93adee', '#7595ea', '#5c81e4', '#426ddd', '#2d59cd', '#284fb6', '#1d3f97'],
    dark: [
      '#dfe2e8',
      '#b5bbc6',
      '#969eac',
      '#6b7484',
      '#333944',
      '#2a303a',
      '#20252e',
      '#171b22',
      '#12151b',
      '#0d1015',
    ],
  },
  // by name: naming the components themselves would load them all at first
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    InputWrapper: {
      vars: () => ({
        label: {},
        error: { '--input-error-size': '12px' },
        description: { '--input-description-size': '12px' },
      }),
      // else the ring of a field that is written in touches its label
      styles: { label: { marginBottom: 4 } },
    },
    // a focusable presentation is no child that a menu may have: the first item takes the focus
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 } },
      styles: { title: { fontWeight: 600 } },
    },
    Table: { defaultProps: { fz: 'md' } },
    Tooltip: { defaultProps: { openDelay: 300 } },
  },
});

const LIGHT_TEXT = [
  'blue',
  'red',
  'green',
  'teal',
  'yellow',
  'orange',
  'violet',
  'cyan',
  'gray',
  'grape',
  'lime',
  'pink',
  'indigo',
];

/** Mantine's quiet colours miss 4.5:1 in places; these do not. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1a1f2b',
    '--mantine-color-dimmed': '#5b6473',
    '--mantine-color-placeholder': '#6b7484',
    '--mantine-color-error': '#c11f2f',
    '--mantine-color-default-border': '#dfe3ea',
    '--mantine-color-anchor': 'var(--mantine-color-ink-7)',
    '--wenda-sunken': '#f6f7f9',
    '--wenda-side': '#f6f7f9',
    '--wenda-hover': '#eceff4',
    '--wenda-selected': '#e3e9f7',
    '--mantine-color-ink-light-color': 'var(--mantine-color-ink-9)',
    '--mantine-color-red-filled': 'var(--mantine-color-red-8)',
    '--mantine-color-red-filled-hover': 'var(--mantine-color-red-9)',
    ...Object.fromEntries(LIGHT_TEXT.map((name) => [`--mantine-color-${name}-light-color`, darkened(name)])),
  },
  dark: {
    '--mantine-color-text': '#e4e7ec',
    '--mantine-color-dimmed': '#a0a8b6',
    '--mantine-color-placeholder': '#8d95a3',
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-default-border': '#2d333e',
    '--mantine-color-anchor': 'var(--mantine-color-ink-3)',
    '--wenda-sunken': '#12151b',
    '--wenda-side': '#12151b',
    '--wenda-hover': '#20252e',
    '--wenda-selected': '#26314b',
    '--mantine-color-ink-light-color': 'var(--mantine-color-ink-2)',
    ...Object.fromEntries(
      LIGHT_TEXT.map((name) => [`--mantine-color-${name}-light-color`, `var(--mantine-color-${name}-2)`]),
    ),
  },
});

/** The shade of a colour that reads on its own light ground. */
function darkened(name: string): string {
  return `color-mix(in srgb, var(--mantine-color-${name}-9) 70%, black)`;
}
