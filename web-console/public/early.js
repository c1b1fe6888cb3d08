// before the first paint: colours and language as she chose them, so that nothing flashes
(() => {
  const root = document.documentElement;
  try {
    const kept = localStorage.getItem('mantine-color-scheme-value') ?? 'auto';
    const dark = kept === 'dark' || (kept === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.dataset.mantineColorScheme = dark ? 'dark' : 'light';
    root.style.background = dark ? '#171b22' : '#fff';
    root.lang = (localStorage.getItem('wenda.language') ?? navigator.language).startsWith('zh') ? 'zh-CN' : 'en';
  } catch {
    // storage is closed to this page: the system's colours it is
  }
})();
