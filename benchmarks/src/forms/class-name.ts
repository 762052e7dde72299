/** The name of the class of a table: `cart_7` becomes `Cart7`. */
export function className(table: string): string {
  return table.replaceAll(/(?:^|_)([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}
