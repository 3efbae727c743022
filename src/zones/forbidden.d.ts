/*
 * What a trust zone must not import resolves to this file, by `paths` in the zone's tsconfig.json. It is no module on
 * purpose: every import of it is an error, of types too (TS2306).
 */
