/** A desk line with a headset above it. */
export const appIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect x="1" y="1" width="22" height="22" rx="5" fill="#0f3d5c"/>
<path d="M6.2 12.5v-1.2a5.8 5.8 0 0 1 11.6 0v1.2" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round"/>
<rect x="4.9" y="11.2" width="3" height="4.6" rx="1.3" fill="#fff"/><rect x="16.1" y="11.2" width="3" height="4.6" rx="1.3" fill="#fff"/>
<path d="M5 19h14" stroke="#4ade80" stroke-width="1.8" stroke-linecap="round"/></svg>`
