import type { PlacedChart } from "../../model/placed.ts";
import type { Column } from "../chart/sheet.ts";

/** Points row by row: their name, with their group where there are several, and what they measure across, up and in size. */
export function pointColumns({ coordinates, layers, heading }: PlacedChart): readonly Column[] {
  if (coordinates.type !== "number") return [];
  const all = layers.flatMap((layer) =>
    layer.type === "points"
      ? layer.series.flatMap((series) => series.points.map((point) => ({ layer, series, point })))
      : [],
  );
  const first = all[0];
  const groups = new Set(all.map(({ series }) => series.id)).size > 1;
  const of = (name: string, format: string | undefined, values: Column["values"]): Column => ({
    name,
    values,
    ...(format === undefined ? {} : { format }),
  });
  const { x, y, size } = first?.series.format ?? {};
  const upward = coordinates.y.title ?? first?.series.name ?? "";
  return [
    of(
      heading,
      undefined,
      all.map(({ point, series }) => (groups ? `${point.name} (${series.name})` : point.name)),
    ),
    of(
      coordinates.x.title ?? "",
      x?.code,
      all.map(({ point }) => point.x),
    ),
    of(
      upward,
      y?.code,
      all.map(({ point }) => point.y),
    ),
    ...(size === undefined
      ? []
      : [
          of(
            first?.layer.sizes ?? "",
            size.code,
            all.map(({ point }) => point.size ?? null),
          ),
        ]),
  ];
}
