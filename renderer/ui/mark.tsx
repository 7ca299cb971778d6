import { useId } from "react";

/** The app's own mark, as in its icon. Whatever the theme: it stands on its own ground. */
export function Mark({ size }: { readonly size: number }) {
  const ground = useId();
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <defs>
        <linearGradient id={ground} x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#7B83EB" />
          <stop offset="1" stopColor="#4F52B2" />
        </linearGradient>
      </defs>
      <rect width="32" height="32" rx="7" fill={`url(#${ground})`} />
      <path
        transform="translate(6 6) scale(1.25)"
        fill="#fff"
        fillRule="evenodd"
        d="M2.75 2.75h6.5A2.25 2.25 0 0 1 11.5 5v6a2.25 2.25 0 0 1-2.25 2.25h-6.5A2.25 2.25 0 0 1 .5 11V5a2.25 2.25 0 0 1 2.25-2.25ZM6.9 4.2 3.3 8.6H5.6L4.9 11.9 8.7 7.3H6.2ZM12.4 6.75 14.6 4.9A.55.55 0 0 1 15.5 5.3v5.4a.55.55 0 0 1-.9.4L12.4 9.25Z"
      />
    </svg>
  );
}
