/**
 * Lengths are branded numbers, so that points cannot be handed to something that wants EMU.
 * This file is the only place that converts. 1 pt = 12,700 EMU, 1 in = 914,400 EMU (ECMA-376 Part 1, 20.1.2.1);
 * 1 px = 1/96 in = 0.75 pt, as in CSS.
 */
declare const unit: unique symbol;

/** English metric units: whole numbers, 914,400 to the inch. */
export type Emu = number & { readonly [unit]: "emu" };
/** Typographic points, 72 to the inch; may be fractional. */
export type Pt = number & { readonly [unit]: "pt" };
/** CSS pixels, 96 to the inch. */
export type Px = number & { readonly [unit]: "px" };

const EMU_PER_PT = 12_700;
const EMU_PER_INCH = 914_400;

export const emu = (value: number): Emu => Math.round(value) as Emu;
export const pt = (value: number): Pt => value as Pt;
export const px = (value: number): Px => value as Px;

export const inchesToEmu = (inches: number): Emu => emu(inches * EMU_PER_INCH);
export const ptToEmu = (points: number): Emu => emu(points * EMU_PER_PT);
export const emuToPt = (value: Emu): Pt => pt(value / EMU_PER_PT);
export const emuToInches = (value: Emu): number => value / EMU_PER_INCH;
export const ptToPx = (points: number): Px => px((points * 96) / 72);
