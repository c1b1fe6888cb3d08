/** On the host element `!important` wins over whatever the page says about it; the rest no page can reach. */
export const STYLE = `
:host{all:initial!important;display:block!important;position:fixed!important;z-index:2147483000!important;inset:auto 20px 20px auto!important;--a:#2456d6;--r:0}
:host(.left){inset:auto auto 20px 20px!important;--r:auto;--l:0}
button{all:unset;box-sizing:border-box;display:grid;place-items:center;position:relative;width:56px;height:56px;border-radius:50%;background:var(--a);color:#fff;color:oklch(from var(--a) clamp(0,(.72 - l)*99,1) 0 0);cursor:pointer;box-shadow:0 1px 3px #0003,0 8px 24px #0003;transition:.15s}
button:hover{transform:scale(1.05)}
button:focus-visible{outline:3px solid #fff;box-shadow:0 0 0 6px #111}
svg{grid-area:1/1;width:26px;height:26px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round;transition:.15s}
svg+svg,.open svg{opacity:0;transform:rotate(-45deg)}
.open svg+svg{opacity:1;transform:none}
.busy button{animation:b 1s infinite alternate}
@keyframes b{to{opacity:.55}}
b{all:unset;box-sizing:border-box;position:absolute;top:-4px;inset-inline-end:-4px;min-width:22px;height:22px;padding:0 6px;border:2px solid #fff;border-radius:11px;background:#c4232b;color:#fff;font:600 12px/18px system-ui;text-align:center}
b:empty{display:none}
iframe{all:unset;position:absolute;bottom:72px;right:var(--r);left:var(--l);width:384px;max-width:calc(100vw - 40px);height:640px;max-height:calc(100dvh - 112px);border-radius:16px;box-shadow:0 0 0 1px #0000000f,0 16px 56px #00000038;visibility:hidden;opacity:0;transform:translateY(8px);transition:.15s}
.open iframe{visibility:visible;opacity:1;transform:none}
@media(max-width:480px),(max-height:480px){.open button{display:none}.open iframe{position:fixed;inset:0;width:100vw;max-width:none;height:100dvh;max-height:none;border-radius:0}}
@media(prefers-reduced-motion:reduce){*{transition:none!important;animation:none!important}}
@media print{:host{display:none!important}}
`;
