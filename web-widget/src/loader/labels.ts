const LABELS: Record<string, string> = { 'zh-tw': '開啟線上客服', zh: '打开在线客服', ar: 'فتح المحادثة' };

/** What the button says before the panel is there to tell the rest. */
export function openLabel(locale: string): string {
  const wanted = locale.toLowerCase().replace(/^zh-(hant|hk|mo).*/, 'zh-tw');
  return LABELS[wanted] || LABELS[wanted.slice(0, 2)] || 'Open chat';
}
