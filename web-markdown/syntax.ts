/** What a text has in it that may be Markdown; a text without it is drawn as it was written. */
export const SYNTAX = /[*_`#|[\\&<>~]|^ *([-+]|\d+[.)]) /m;
