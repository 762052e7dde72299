/** `ownerId` → `owner_id`, `HTMLParser` → `html_parser`. A name that is in snake_case already stays as it is. */
export function snakeCase(name: string): string {
  return name
    .replace(/(\p{Ll}|\p{Nd})(\p{Lu})/gu, '$1_$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
    .toLowerCase();
}
