import type { Figure } from "./bench.ts";

/** A value with its unit as people read it: "12 345 pages/s", "0.71". */
export function figureText({ value, unit }: Figure): string {
  const [whole = "", fraction] = value.toString().split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, " ");
  const number = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return unit === "ratio" ? number : `${number} ${unit}`;
}

/** What a figure is called in tables and charts: its metric, and at which size. */
export function figureLabel({ metric, at }: Figure): string {
  return at === undefined ? metric : `${metric} at ${at.toString().replace(/\B(?=(?:\d{3})+$)/g, " ")}`;
}
