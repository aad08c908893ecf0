import { type Language, languages } from "./language.ts";

/** The best of our languages by the header Accept-Language (RFC 9110 section 12.5.4); `otherwise` where it names none. */
export function languageAccepted(acceptLanguage: string | undefined, otherwise: Language): Language {
  const ranges = (acceptLanguage ?? "").split(",").map((range, at) => {
    const [tag = "", ...parameters] = range.split(";").map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
    return { tag: tag.split("-")[0] ?? "", quality: Number(quality) || 0, at };
  });
  const best = ranges
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality || one.at - other.at)
    .map(({ tag }) => languages.find((language) => language === tag))
    .find((language) => language !== undefined);
  return best ?? otherwise;
}
