import { transformSync } from '@swc/core';

/** TypeScript as the JavaScript that Node runs, decorators as TypeORM needs them. */
export function compileTypescript(source: string, fileName: string): string {
  const { code } = transformSync(source, {
    filename: fileName,
    swcrc: false,
    configFile: false,
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  });
  return code;
}
