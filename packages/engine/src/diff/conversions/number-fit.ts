import type { Conversion } from '../../operations/columns/change-type';
import type { DataType } from '../../schema/data-type';

const wholeNumbers = ['int2', 'int4', 'int8'];

/** What one number costs as another, and what it loses. */
export function numberFit(from: DataType, to: DataType): readonly [Conversion['cost'], string | null] {
  const fromSize = wholeNumbers.indexOf(from.base.name);
  const toSize = wholeNumbers.indexOf(to.base.name);
  if (fromSize >= 0 && toSize >= 0) return [toSize > fromSize ? 'rewrite' : 'mayFail', null];
  if (toSize >= 0) return ['mayFail', 'The digits behind the point are gone.'];
  if (to.base.name === 'numeric') {
    if (to.modifiers === null) return ['rewrite', null];
    const scale = Number(to.modifiers.split(',')[1] ?? '0');
    return ['mayFail', fromSize < 0 ? `Digits beyond ${scale} behind the point are gone.` : null];
  }
  const exact =
    from.base.name === 'float4' ||
    from.base.name === 'int2' ||
    (from.base.name === 'int4' && to.base.name === 'float8');
  const mayOverflow =
    (from.base.name === 'numeric' && from.modifiers === null) ||
    (from.base.name === 'float8' && to.base.name === 'float4') ||
    (from.base.name === 'numeric' && to.base.name === 'float4');
  return [
    mayOverflow ? 'mayFail' : 'rewrite',
    exact ? null : `Digits that ${to.text} has no place for are gone.`,
  ];
}

/** The same between two `numeric`. */
export function numericFit(from: DataType, to: DataType): readonly [Conversion['cost'], string | null] {
  if (to.modifiers === null) return ['free', null];
  const [toPrecision = 0, toScale = 0] = to.modifiers.split(',').map(Number);
  if (from.modifiers === null) return ['mayFail', `Digits beyond ${toScale} behind the point are gone.`];
  const [fromPrecision = 0, fromScale = 0] = from.modifiers.split(',').map(Number);
  const fits = toPrecision - toScale >= fromPrecision - fromScale;
  if (toScale === fromScale) return [fits ? 'free' : 'mayFail', null];
  if (toScale > fromScale) return [fits ? 'rewrite' : 'mayFail', null];
  return [fits ? 'rewrite' : 'mayFail', `Digits beyond ${toScale} behind the point are gone.`];
}
