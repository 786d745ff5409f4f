// The two languages in which nunc speaks. Texts for people stand in typed catalogues beside
// the code that says them; a missing language is a type error.

export type Tongue = "en" | "zh";

export type Bilingual = Readonly<Record<Tongue, string>>;

/** The tongue for a locale such as `zh_CN.UTF-8`, `zh-Hant` or `en-US`; English where unknown. */
export function tongueOf(locale: string | undefined): Tongue {
  return locale !== undefined && /^zh\b|^zh[-_]/i.test(locale) ? "zh" : "en";
}

/** The tongue of a person's environment, in the order of POSIX. */
export function tongueOfEnv(env: Readonly<Record<string, string | undefined>>): Tongue {
  return tongueOf(env.LC_ALL || env.LC_MESSAGES || env.LANG || undefined);
}
